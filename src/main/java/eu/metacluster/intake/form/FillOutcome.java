package eu.metacluster.intake.form;

import org.jspecify.annotations.Nullable;

/**
 * What came of filling a form from a source.
 *
 * @param sheet the form as it is now, kept as a draft
 * @param pointer what was typed to say which thing is meant; empty once it has served
 * @param known the public record of the grid that is the thing, null when it has none
 * @param trouble key of the sentence that says why nothing was filled in, empty when something was,
 *     or when the grid has it
 * @param source who was asked, for the sentence
 * @param now whether the form was filled just now
 */
public record FillOutcome(
    Sheet sheet,
    String pointer,
    @Nullable Alike known,
    String trouble,
    String source,
    boolean now) {

  /** Nobody asked for anything. */
  static FillOutcome none(Sheet sheet) {
    return new FillOutcome(sheet, "", null, "", "", false);
  }

  static FillOutcome failed(Sheet sheet, String pointer, String trouble, String source) {
    return new FillOutcome(sheet, pointer, null, trouble, source, false);
  }
}
