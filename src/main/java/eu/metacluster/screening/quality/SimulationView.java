package eu.metacluster.screening.quality;

import eu.metacluster.screening.learning.Measures;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation came to.
 *
 * @param texts decided cases it read
 * @param relevant of these, taken in
 * @param stopped texts read when it said that one may stop; all when it never did
 * @param found relevant ones found by then
 * @param saved texts that would not have been read
 * @param measures how good the order was; null without a relevant one
 */
public record SimulationView(
    int texts,
    int relevant,
    int stopped,
    int found,
    int saved,
    @Nullable Measures measures,
    Curve curve) {

  /** Relevant ones that would have been missed. */
  public int missed() {
    return relevant - found;
  }
}
