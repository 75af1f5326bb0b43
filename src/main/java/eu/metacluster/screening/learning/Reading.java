package eu.metacluster.screening.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation read, in its order, priors left out.
 *
 * @param order places in the pool
 * @param relevant whether the text read first, second … was relevant
 * @param checkpoints what the stopping rule said after each refit
 */
public record Reading(int[] order, boolean[] relevant, List<Checkpoint> checkpoints) {

  /** How good the order was; null when there was nothing to find. */
  public @Nullable Measures measures() {
    return total() == 0 ? null : Measures.of(relevant);
  }

  /** How many relevant texts there were to find. */
  public int total() {
    return found(relevant.length);
  }

  /** How many relevant texts were found when so many were read. */
  public int found(int read) {
    int found = 0;
    for (int i = 0; i < read; i++) {
      found += relevant[i] ? 1 : 0;
    }
    return found;
  }

  /** Where the rule first said that reading may stop: texts read; all when it never did. */
  public Checkpoint stop() {
    return checkpoints.stream()
        .filter(one -> one.advice().stop())
        .findFirst()
        .orElseGet(checkpoints::getLast);
  }

  /** Texts read, at best, until 95 % of the relevant ones were found in this order. */
  public int oracle() {
    int enough = (int) Math.ceil(StoppingRule.RECALL * total() - 1e-9);
    int found = 0;
    for (int i = 0; i < relevant.length; i++) {
      found += relevant[i] ? 1 : 0;
      if (found >= enough) {
        return i + 1;
      }
    }
    return relevant.length;
  }

  /** Whether the interval given at a checkpoint held how many were really unread. */
  public boolean held(Checkpoint checkpoint) {
    int unread = total() - found(checkpoint.read());
    Remaining remaining = checkpoint.advice().remaining();
    return remaining.low() <= unread && unread <= remaining.high();
  }

  /** The curve of what is found: at most so many points, the last one at the end. */
  public List<Point> curve(int points) {
    List<Point> curve = new java.util.ArrayList<>();
    int found = 0;
    int next = 0;
    for (int read = 0; read <= relevant.length; read++) {
      found += read > 0 && relevant[read - 1] ? 1 : 0;
      if (read >= (long) next * relevant.length / points || read == relevant.length) {
        curve.add(new Point(read, found));
        next++;
      }
    }
    return curve;
  }

  /**
   * One point of the curve.
   *
   * @param read texts read
   * @param found relevant ones among them
   */
  public record Point(int read, int found) {}
}
