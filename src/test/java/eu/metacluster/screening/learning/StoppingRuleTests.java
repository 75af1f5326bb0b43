package eu.metacluster.screening.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoppingRuleTests {

  private final StoppingRule rule = new StoppingRule();

  /** Relevant texts thin out along the order in ways that differ from run to run. */
  private static boolean[] thinning(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 500 + random.nextInt(2000);
    double scale = size * (0.01 + 0.2 * random.nextDouble());
    double power = 1 + 2 * random.nextDouble();
    double start = 0.3 + 0.6 * random.nextDouble();
    boolean[] order = new boolean[size];
    for (int i = 0; i < size; i++) {
      order[i] = random.nextDouble() < start * Math.pow(1 + i / scale, -power);
    }
    return order;
  }

  @Test
  void theIntervalHoldsTheTruthInNineOfTenRuns() {
    int held = 0;
    int asked = 0;
    for (int seed = 0; seed < 150; seed++) {
      boolean[] order = thinning(seed);
      for (int part = 2; part <= 8; part += 3) {
        int read = order.length * part / 10;
        Progress progress = Progress.of(java.util.Arrays.copyOf(order, read));
        Remaining remaining = rule.estimate(progress, order.length - read);
        int truth = found(order, order.length) - found(order, read);
        asked++;
        held += remaining.low() <= truth && truth <= remaining.high() ? 1 : 0;
      }
    }
    assertThat((double) held / asked).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void whereItSaysStopNineteenOfTwentyRelevantTextsAreFound() {
    int enough = 0;
    int stopped = 0;
    for (int seed = 0; seed < 60; seed++) {
      boolean[] order = thinning(1000 + seed);
      int read = stop(order);
      if (read < order.length) {
        stopped++;
        enough += found(order, read) >= 0.95 * found(order, order.length) ? 1 : 0;
      }
    }
    assertThat(stopped).isGreaterThan(10);
    assertThat((double) enough / stopped).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void aSuddenEndIsNoticed() {
    boolean[] order = new boolean[2000];
    java.util.Arrays.fill(order, 0, 60, true);

    assertThat(stop(order)).isBetween(61, 1000);
  }

  @Test
  void decisionsAtRandomNeverLookFinished() {
    SplittableRandom coin = new SplittableRandom(4);
    boolean[] order = new boolean[1000];
    for (int i = 0; i < order.length; i++) {
      order[i] = coin.nextInt(10) == 0;
    }

    assertThat(stop(order)).isGreaterThan(800);
  }

  @Test
  void fromTooFewFindsNothingIsForetold() {
    boolean[] order = new boolean[500];
    order[0] = true;

    Advice advice = rule.advise(Progress.of(order), 1000);

    assertThat(advice.stop()).isFalse();
    assertThat(advice.reasons())
        .filteredOn(reason -> reason.kind() == Advice.Kind.FOUND)
        .allMatch(reason -> !reason.met());
    assertThat(rule.advise(Progress.of(order), 0).stop()).as("all is read").isTrue();
  }

  @Test
  void theIntervalIsInOrderAndWithinWhatIsUnread() {
    for (int read : IntStream.of(0, 1, 5, 100).toArray()) {
      boolean[] order = new boolean[read];
      java.util.Arrays.fill(order, true);
      Remaining remaining = rule.estimate(Progress.of(order), 40);
      assertThat(remaining.low()).isBetween(0, remaining.high());
      assertThat(remaining.high()).isLessThanOrEqualTo(40);
      assertThat(remaining.expected()).isBetween(0.0, 40.0);
    }
  }

  private int stop(boolean[] order) {
    Progress progress = new Progress();
    for (int i = 0; i < order.length; i++) {
      progress.add(order[i]);
      if (i % 20 == 19 && rule.advise(progress, order.length - i - 1).stop()) {
        return i + 1;
      }
    }
    return order.length;
  }

  private static int found(boolean[] order, int read) {
    int found = 0;
    for (int i = 0; i < read; i++) {
      found += order[i] ? 1 : 0;
    }
    return found;
  }
}
