package eu.metacluster.screening.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision form as it stands: fresh with the model's guess, or as somebody sent it.
 *
 * @param verdict the chosen one's word, empty when none is
 * @param in id of the chosen criterion for taking in
 * @param out id of the chosen criterion for leaving out
 * @param problem bundle key of what is wrong with it, null when nothing is
 * @param code the quotable code of that
 * @param arguments values for that sentence
 */
public record Form(
    String verdict,
    String in,
    String out,
    String note,
    List<Choice> pillars,
    List<Choice> technologies,
    List<Choice> cancers,
    @Nullable String problem,
    String code,
    List<Object> arguments) {

  /** Whether there are facets to choose from. */
  public boolean faceted() {
    return !pillars.isEmpty() || !technologies.isEmpty() || !cancers.isEmpty();
  }
}
