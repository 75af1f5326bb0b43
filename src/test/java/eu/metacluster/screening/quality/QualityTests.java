package eu.metacluster.screening.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Settings;
import eu.metacluster.screening.learning.Remaining;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.ProductTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class QualityTests {

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Settings settings;
  @Autowired Measured measured;
  @Autowired Simulations simulations;

  @AfterEach
  void onePersonAgain() {
    settings.twoPerson(committee.chief.account(), false);
  }

  private void decide(boolean in) {
    CaseFile file = committee.newCase();
    deciding.vote(
        committee.ada, file.handle(), in ? Committee.authorise(file) : Committee.decline(file));
  }

  @Test
  void decisionsAreCountedBySourceAndMonth() {
    SourcePrecision before = source();
    decide(true);
    decide(true);
    decide(false);
    SourcePrecision after = source();

    assertThat(after.decided() - before.decided()).isEqualTo(3);
    assertThat(after.authorised() - before.authorised()).isEqualTo(2);
    MonthAgreement month = measured.months().getLast();
    assertThat(month.decided()).isGreaterThanOrEqualTo(3);
    assertThat(month.same()).isLessThan(month.decided());
  }

  private SourcePrecision source() {
    return measured.sources().stream()
        .filter(one -> one.source().equals("Source of a test"))
        .findFirst()
        .orElse(new SourcePrecision("Source of a test", 0, 0, 0));
  }

  @Test
  void twoReviewersAreComparedByTheirFirstVotes() {
    int before = measured.reviewers().pairs();
    settings.twoPerson(committee.chief.account(), true);
    CaseFile file = committee.newCase();
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    assertThat(measured.reviewers().pairs()).isEqualTo(before);
    deciding.vote(committee.ben, file.handle(), Committee.decline(file));
    deciding.vote(committee.eve, file.handle(), Committee.decline(file));

    assertThat(measured.reviewers().pairs()).isEqualTo(before + 1);
    assertThat(Objects.requireNonNull(measured.reviewers().share())).isLessThan(1);
  }

  @Test
  void aSimulationReadsWhatIsDecided() {
    for (int i = 0; i < 24; i++) {
      decide(i % 3 == 0);
    }
    simulations.start("Source of a test");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> simulations.start("no such source"))
        .satisfies(refusal -> assertThat(refusal.code()).isIn("MC-1526", "MC-1527"));
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (simulations.state().running() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    SimulationView result = Objects.requireNonNull(simulations.state().result());
    assertThat(result.texts()).isGreaterThanOrEqualTo(24);
    assertThat(result.relevant()).isGreaterThanOrEqualTo(8);
    assertThat(result.found() + result.missed()).isEqualTo(result.relevant());
    assertThat(result.curve().points().getLast())
        .isEqualTo(new Curve.Point(result.texts(), result.relevant()));
  }

  @Test
  void theEvenLineIsWhatAnyOrderWouldHaveBrought() {
    Curve curve = Curve.of(new boolean[] {true, true, false}, 300, 30);

    assertThat(curve.even()).isEqualTo(0.3);
    assertThat(curve.up()).isEqualTo(2);
    assertThat(curve.y(curve.even())).isGreaterThan(curve.y(1));
  }

  @Test
  void anEstimateWithEndsFarApartIsCalledVague() {
    assertThat(new Remaining(2_789, 66, 9_375, 0).vague()).isTrue();
    assertThat(new Remaining(3, 0, 8, 0.8).vague()).isFalse();
  }
}
