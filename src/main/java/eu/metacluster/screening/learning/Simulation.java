package eu.metacluster.screening.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the learner read a set that is already decided, as if nobody had read it: what would have
 * been read, found, saved and missed. Touches nothing but its own memory.
 */
public final class Simulation {

  /** Up to so many decisions the learner refits after each one. */
  private static final int EACH = 60;

  /** Later it refits when the decisions grew by one in so many. */
  private static final int PART = 40;

  private final TextPool pool;
  private final boolean[] truth;
  private final StoppingRule rule;

  /**
   * A simulation on one set.
   *
   * @param truth what was decided on each text of the pool
   */
  public Simulation(TextPool pool, boolean[] truth) {
    if (truth.length != pool.size()) {
      throw new IllegalArgumentException(
          truth.length + " labels for a pool of " + pool.size() + " texts");
    }
    this.pool = pool;
    this.truth = truth.clone();
    rule = new StoppingRule();
  }

  /** Reads everything, beginning with these texts as known. */
  public Reading run(List<Integer> priors) {
    return run(priors, null);
  }

  /**
   * Reads everything, beginning with these texts as known. Once all that is relevant is found the
   * order stays as it is, since no further decision could bring anything to light.
   *
   * @param priors places in the pool; may be empty
   * @param progress is told how many texts were read, after each refit; null for nobody
   */
  public Reading run(List<Integer> priors, @Nullable Consumer<Integer> progress) {
    Decisions decisions = new Decisions(truth.length);
    priors.stream().distinct().forEach(prior -> decisions.add(prior, truth[prior]));
    int known = decisions.read();
    Progress reading = new Progress();
    Learner learner = new Learner(pool);
    List<Checkpoint> checkpoints = new ArrayList<>();
    int[] order = new int[truth.length - known];
    int at = 0;
    int toFind = relevant() - decisions.found();
    int[] next = {};
    while (at < order.length) {
      next =
          reading.found() < toFind || at == 0
              ? learner.order(decisions)
              : Arrays.copyOfRange(next, next.length - order.length + at, next.length);
      int step = Math.min(Learner.strays(decisions) ? 1 : step(decisions.read()), next.length);
      for (int i = 0; i < step; i++) {
        int text = next[i];
        order[at++] = text;
        decisions.add(text, truth[text]);
        reading.add(truth[text]);
      }
      checkpoints.add(new Checkpoint(at, rule.advise(reading, order.length - at)));
      if (progress != null) {
        progress.accept(at);
      }
    }
    return new Reading(order, relevant(order), checkpoints);
  }

  /** How many texts are read before the next refit when so many are decided. */
  static int step(int decided) {
    return decided < EACH ? 1 : Math.max(1, decided / PART);
  }

  private int relevant() {
    int count = 0;
    for (boolean one : truth) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private boolean[] relevant(int[] order) {
    boolean[] relevant = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      relevant[i] = truth[order[i]];
    }
    return relevant;
  }
}
