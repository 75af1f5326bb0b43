package eu.metacluster.intake.form;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.shared.Refusal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The form over a public record: prefilled with what is shown, sent with what was changed. */
@Component
class Corrections {

  private final Records records;
  private final RecordTexts texts;
  private final PartnerRows rows;

  Corrections(Records records, RecordTexts texts, PartnerRows rows) {
    this.rows = rows;
    this.records = records;
    this.texts = texts;
  }

  /**
   * The public record at an address of this site.
   *
   * @throws Refusal MC-1704 when there is none to see
   */
  GridRecord target(String path) {
    String[] parts = path.split("/", -1);
    return Arrays.stream(RecordKind.values())
        .filter(kind -> parts.length == 3 && kind.path().equals(parts[1]))
        .findFirst()
        .flatMap(kind -> records.find(kind, parts[2]))
        .filter(record -> record.state().isPublic())
        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1704", "intake.error.record"));
  }

  /** The form with what the record shows now. */
  Sheet of(GridRecord target, boolean ours) {
    return new Sheet(
        target.kind(),
        "",
        shown(target),
        "",
        new Sender("", "", ""),
        ours,
        false,
        target,
        null,
        List.of(),
        Map.of());
  }

  private Map<Field, String> shown(GridRecord target) {
    Map<Field, List<String>> all =
        texts
            .stated(
                List.of(target.id()),
                Slots.correcting(target.kind()).stream().map(Slot::field).toList())
            .getOrDefault(target.id(), Map.of());
    Map<Field, String> shown = new EnumMap<>(Field.class);
    for (Slot slot : Slots.correcting(target.kind())) {
      List<String> values = all.getOrDefault(slot.field(), List.of());
      if (slot.type() == Slot.Type.MANY) {
        shown.put(slot.field(), String.join("\n", offered(slot, values)));
      } else if (!values.isEmpty()) {
        shown.put(slot.field(), values.getFirst());
      }
    }
    shown.putIfAbsent(Field.TITLE, target.title());
    return shown;
  }

  /** Of a list of words those that are on it; the others cannot be ticked. */
  private static List<String> offered(Slot slot, List<String> values) {
    return slot.choices().isEmpty()
        ? values
        : values.stream().filter(slot.choices()::contains).toList();
  }

  /** What is wrong with a correction: what was not touched may stay as it is. */
  Map<String, String> unchanged(Sheet sheet, Map<String, String> wrong) {
    GridRecord target = sheet.target();
    if (target == null) {
      return wrong;
    }
    rows.wrong(sheet).ifPresent(key -> wrong.put(PartnerRows.NEW, key));
    Map<Field, String> before = shown(target);
    Map<String, String> left = new LinkedHashMap<>(wrong);
    for (Slot slot : sheet.slots()) {
      if (sheet.value(slot).equals(before.getOrDefault(slot.field(), ""))) {
        left.remove(slot.name());
      }
    }
    boolean nothing =
        changes(sheet, before).isEmpty()
            && sheet.partners().isEmpty()
            && sheet.note().isBlank()
            && !sheet.own();
    if (nothing) {
      left.put("note", "intake.wrong.nothing");
    }
    return left;
  }

  /** The form with its title and what was changed alone. */
  Sheet onlyChanges(Sheet sheet) {
    GridRecord target = sheet.target();
    if (target == null) {
      return sheet;
    }
    Map<Field, String> changed = changes(sheet, shown(target));
    changed.putIfAbsent(Field.TITLE, target.title());
    return new Sheet(
        sheet.kind(),
        sheet.draft(),
        changed,
        sheet.note(),
        sheet.sender(),
        sheet.own(),
        sheet.agreed(),
        target,
        null,
        rows.known(sheet),
        Map.of());
  }

  private static Map<Field, String> changes(Sheet sheet, Map<Field, String> before) {
    Map<Field, String> changes = new EnumMap<>(Field.class);
    for (Slot slot : sheet.slots()) {
      String now = sheet.value(slot);
      if (slot.type() == Slot.Type.MANY) {
        many(sheet, slot, before, changes);
      } else if (!now.isBlank() && !now.equals(before.getOrDefault(slot.field(), ""))) {
        changes.put(slot.field(), now);
      }
    }
    return changes;
  }

  /** Of several values: those that came, and as denials those that went. */
  private static void many(
      Sheet sheet, Slot slot, Map<Field, String> before, Map<Field, String> changes) {
    if (!sheet.facts().containsKey(slot.field())) {
      return;
    }
    List<String> were = Slot.lines(before.getOrDefault(slot.field(), ""));
    List<String> are = sheet.values(slot);
    String added = are.stream().filter(v -> !were.contains(v)).collect(Collectors.joining("\n"));
    String gone =
        were.stream()
            .filter(v -> !are.contains(v))
            .map(v -> Field.denial(slot.field(), v))
            .collect(Collectors.joining("\n"));
    if (!added.isEmpty()) {
      changes.put(slot.field(), added);
    }
    if (!gone.isEmpty()) {
      changes.merge(Field.NOT, gone, (one, other) -> one + "\n" + other);
    }
  }
}
