package eu.metacluster.screening.scope;

import java.util.List;

/**
 * What a partnership looks for, in its own words: enough to rank by before anybody has decided
 * anything. A partnership on rare diseases writes another one; nothing here is about cancer.
 *
 * @param name what the scope is called
 * @param text what belongs, in a few sentences
 * @param examples texts that belong, such as titles and abstracts of known projects; may be none
 * @param counterExamples texts that come near and do not belong; may be none
 */
public record ScopeDefinition(
    String name, String text, List<String> examples, List<String> counterExamples) {

  /** The longest text or example that is kept, in chars. */
  public static final int LONGEST = 20_000;

  /** What ranks when nobody has described anything and there is no fitted model. */
  public static final ScopeDefinition BUILT_IN =
      new ScopeDefinition(
          "Precision medicine in cancer",
          "Personalised medicine in cancer: prevention, detection, diagnosis and treatment of"
              + " tumours fitted to a patient or a group by molecular, genetic, imaging or other"
              + " individual data; biomarkers, sequencing, liquid biopsy, immunotherapy, targeted"
              + " therapy, patient-derived models.",
          List.of(),
          List.of());

  public ScopeDefinition {
    examples = List.copyOf(examples);
    counterExamples = List.copyOf(counterExamples);
  }

  /** A scope of which only the text is written. */
  public static ScopeDefinition of(String text) {
    return new ScopeDefinition("", text, List.of(), List.of());
  }

  /** Whether there is anything to rank by. */
  public boolean isEmpty() {
    return text.isBlank() && examples.stream().allMatch(String::isBlank);
  }
}
