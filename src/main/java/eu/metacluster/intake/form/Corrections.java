package eu.metacluster.intake.form;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.shared.Refusal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form over a public record: prefilled with what is shown, sent with what was changed. */
@Component
class Corrections {

  private final Records records;

  Corrections(Records records) {
    this.records = records;
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
        Map.of());
  }

  private Map<Field, String> shown(GridRecord target) {
    Map<Field, String> all = records.shown(target.id());
    Map<Field, String> shown = new EnumMap<>(Field.class);
    for (Slot slot : Slots.of(target.kind())) {
      String value = all.get(slot.field());
      if (value != null) {
        shown.put(slot.field(), value);
      }
    }
    shown.putIfAbsent(Field.TITLE, target.title());
    return shown;
  }

  /** What is wrong with a correction: what was not touched may stay as it is. */
  Map<String, String> unchanged(Sheet sheet, Map<String, String> wrong) {
    GridRecord target = sheet.target();
    if (target == null) {
      return wrong;
    }
    Map<Field, String> before = shown(target);
    Map<String, String> left = new LinkedHashMap<>(wrong);
    for (Slot slot : sheet.slots()) {
      if (sheet.value(slot).equals(before.getOrDefault(slot.field(), ""))) {
        left.remove(slot.name());
      }
    }
    boolean nothing = changes(sheet, before).isEmpty() && sheet.note().isBlank() && !sheet.own();
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
        Map.of());
  }

  private static Map<Field, String> changes(Sheet sheet, Map<Field, String> before) {
    Map<Field, String> changes = new EnumMap<>(Field.class);
    for (Slot slot : sheet.slots()) {
      String now = sheet.value(slot);
      if (!now.isBlank() && !now.equals(before.getOrDefault(slot.field(), ""))) {
        changes.put(slot.field(), now);
      }
    }
    return changes;
  }
}
