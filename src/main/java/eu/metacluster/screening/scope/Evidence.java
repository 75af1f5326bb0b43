package eu.metacluster.screening.scope;

import java.util.List;

/**
 * A sentence that spoke for a text.
 *
 * @param part where it stands; {@code part.of(text).substring(start, end)} equals the sentence
 * @param sentence its words as written
 * @param start first char, counted from 0
 * @param end char after the last
 * @param contribution what its words and concepts add to the uncalibrated margins of any and core,
 *     always positive
 * @param terms up to five words or pairs of it, as written, strongest first
 */
public record Evidence(
    ScopeText.Part part,
    String sentence,
    int start,
    int end,
    double contribution,
    List<String> terms) {

  public Evidence {
    terms = List.copyOf(terms);
  }
}
