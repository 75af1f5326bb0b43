package eu.metacluster.intake.form;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.intake.receiving.Filled;
import eu.metacluster.intake.receiving.PartnerWord;
import eu.metacluster.intake.receiving.Sender;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form as it is filled in.
 *
 * @param draft the token of the draft, empty before it was saved
 * @param facts what was typed, by field
 * @param own whether the person says to speak for it
 * @param agreed whether the person agreed to the terms
 * @param target the public record that is to be corrected, null for something new
 * @param filled what a source said when the form was filled from it, null when none was asked
 * @param partners of a correction, what is said of single partners
 * @param missing by name of a place, the bundle key of what is missing or wrong there
 */
public record Sheet(
    RecordKind kind,
    String draft,
    Map<Field, String> facts,
    String note,
    Sender sender,
    boolean own,
    boolean agreed,
    @Nullable GridRecord target,
    @Nullable Filled filled,
    List<PartnerWord> partners,
    Map<String, String> missing) {

  /** The places to fill. */
  public List<Slot> slots() {
    return corrects() ? Slots.correcting(kind) : Slots.of(kind);
  }

  /** What was typed at a place. */
  public String value(Slot slot) {
    return facts.getOrDefault(slot.field(), "");
  }

  /** The values of a place that takes several. */
  public List<String> values(Slot slot) {
    return Slot.lines(value(slot));
  }

  /** The bundle key of what is wrong at a place, null when nothing is. */
  public @Nullable String wrong(String name) {
    return missing.get(name);
  }

  /** Whether it corrects something. */
  public boolean corrects() {
    return target != null;
  }

  /** Where it is sent to. */
  public String action() {
    return corrects() ? "/correct" : "/add/" + kind.word();
  }

  /** The same with other values and what a source says of them. */
  Sheet filledFrom(@Nullable Filled said, Map<Field, String> values) {
    return new Sheet(
        kind, draft, values, note, sender, own, agreed, target, said, partners, missing);
  }

  /** The same with what is missing. */
  Sheet lacking(Map<String, String> what) {
    return new Sheet(kind, draft, facts, note, sender, own, agreed, target, filled, partners, what);
  }

  /** The same as the draft with this token. */
  Sheet as(String token) {
    return new Sheet(
        kind, token, facts, note, sender, own, agreed, target, filled, partners, missing);
  }
}
