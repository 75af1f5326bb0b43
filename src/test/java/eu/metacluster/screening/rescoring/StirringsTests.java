package eu.metacluster.screening.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.scoping.ScopeReader;
import eu.metacluster.support.ProductTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class StirringsTests {

  @Autowired JdbcClient jdbc;
  @Autowired ScopeReader reader;
  @Autowired Committee committee;

  @Test
  void oneLooksAfterAChangeAndNotWhileNothingHappens() {
    CaseFile file = committee.newCase();
    Stirrings watch = new Stirrings(jdbc, reader, Duration.ZERO, Duration.ofDays(1));
    assertThat(watch.due()).as("at the start").isTrue();
    assertThat(becomes(watch, false)).as("nothing happens").isTrue();

    jdbc.sql("update screening.case set read_at = now() where id = :id")
        .param("id", file.id())
        .update();

    assertThat(becomes(watch, true)).as("a case was read again").isTrue();
  }

  @Test
  void oneGoesOnLookingForAWhileAndLooksNowAndThenAnyway() {
    Stirrings settling = new Stirrings(jdbc, reader, Duration.ofDays(1), Duration.ofDays(1));
    for (int i = 0; i < 3; i++) {
      assertThat(settling.due()).as("after a change").isTrue();
    }
    Stirrings now = new Stirrings(jdbc, reader, Duration.ZERO, Duration.ZERO);
    for (int i = 0; i < 3; i++) {
      assertThat(now.due()).as("now and then").isTrue();
    }
  }

  /** Within half a minute: the database counts a while after the fact. */
  private static boolean becomes(Stirrings watch, boolean due) {
    Instant until = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(until)) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      if (watch.due() == due) {
        return true;
      }
    }
    return false;
  }
}
