package eu.metacluster.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.ChildProcess;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.SmtpSink;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that sends a mail to many is killed again and again in the middle. Nobody gets it
 * twice; nobody is left out without that being seen.
 */
@ProductTest
class KilledSendingTests {

  private static final int KILLS = 6;
  private static final int MAILS = 12_000;
  private static final int CONNECTIONS = 2;

  @Autowired JdbcClient jdbc;
  @Autowired Environment environment;
  @TempDir Path folder;

  private final String house = UUID.randomUUID() + ".test";

  @Test
  void nobodyGetsAMailTwiceAndNobodyIsLeftOut() throws Exception {
    write(true);
    try (SmtpSink sink = new SmtpSink()) {
      Random random = new Random(20261122);
      for (int kill = 0; kill < KILLS; kill++) {
        int until = MAILS * (kill + 1) / (KILLS + 2) + random.nextInt(500);
        Process process = start(sink);
        while (process.isAlive() && sink.count() < until) {
          Thread.sleep(2);
        }
        assertThat(process.isAlive()).as("killed in the middle, see output.txt").isTrue();
        process.destroyForcibly().waitFor();
      }
      assertThat(start(sink).waitFor(2, TimeUnit.MINUTES)).isTrue();

      List<String> taken = taken(sink);
      assertThat(taken).as("nobody twice").doesNotHaveDuplicates();
      Set<String> told = new HashSet<>(taken);
      Set<String> lost = addresses("given_up_at is not null and last_error like 'stopped%'");
      assertThat(lost).as("what nobody can know").hasSizeLessThanOrEqualTo(KILLS * CONNECTIONS);
      told.addAll(lost);
      assertThat(told).as("nobody left out").hasSize(MAILS);
      assertThat(taken).containsAll(addresses("sent_at is not null"));
      assertThat(addresses("sent_at is null and given_up_at is null")).isEmpty();
    }
  }

  @Test
  void aMailToOnePersonIsSentAgainWhenNobodyCanKnow() throws Exception {
    write(false);
    try (SmtpSink sink = new SmtpSink()) {
      Process process = start(sink);
      while (process.isAlive() && sink.count() < MAILS / 2) {
        Thread.sleep(2);
      }
      assertThat(process.isAlive()).isTrue();
      process.destroyForcibly().waitFor();
      assertThat(start(sink).waitFor(2, TimeUnit.MINUTES)).isTrue();
      List<String> taken = taken(sink);
      assertThat(new HashSet<>(taken)).hasSize(MAILS);
      assertThat(taken).hasSizeLessThanOrEqualTo(MAILS + CONNECTIONS);
      assertThat(addresses("sent_at is not null")).hasSize(MAILS);
    }
  }

  private void write(boolean bulk) {
    jdbc.sql(
            """
            insert into platform.mail (id, recipient, subject, body, bulk)
            select gen_random_uuid(), n || '@' || ?, 'News', 'Something happened.', ?
            from generate_series(1, ?) n""")
        .params(house, bulk, MAILS)
        .update();
  }

  private Process start(SmtpSink sink) throws Exception {
    return ChildProcess.start(
        folder.resolve("output.txt"),
        SendingChild.class,
        environment.getRequiredProperty("spring.datasource.url"),
        environment.getRequiredProperty("spring.datasource.username"),
        environment.getRequiredProperty("spring.datasource.password"),
        Integer.toString(sink.port()),
        folder.toString());
  }

  private List<String> taken(SmtpSink sink) {
    return sink.recipients().stream().filter(to -> to.endsWith(house)).toList();
  }

  private Set<String> addresses(String which) {
    return new HashSet<>(
        jdbc.sql("select recipient from platform.mail where recipient like ? and " + which)
            .param("%@" + house)
            .query(String.class)
            .list());
  }
}
