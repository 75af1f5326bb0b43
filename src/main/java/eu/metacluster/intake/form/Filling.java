package eu.metacluster.intake.form;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Records;
import eu.metacluster.harvest.LookUp;
import eu.metacluster.harvest.LookUp.Trouble;
import eu.metacluster.intake.receiving.Filled;
import eu.metacluster.intake.receiving.SendingPace;
import eu.metacluster.platform.web.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fills a form from who knows the thing: the grid itself is asked first, then its register. What a
 * person typed is never overwritten, and whatever happens the draft stays.
 */
@Component
class Filling {

  private static final int MOST_PARTNERS = 300;

  private final Records records;
  private final LookUp lookUp;
  private final Sheets sheets;
  private final SendingPace pace;

  Filling(Records records, LookUp lookUp, Sheets sheets, SendingPace pace) {
    this.records = records;
    this.lookUp = lookUp;
    this.sheets = sheets;
    this.pace = pace;
  }

  /**
   * Fills what is empty in a form.
   *
   * @param network who asks, for the pace
   */
  FillOutcome fill(Sheet typed, String pointer, String network, Language language) {
    Sheet sheet = sheets.keep(typed, language);
    Identifier name = Pointer.of(pointer).orElse(null);
    if (name == null) {
      String key = pointer.isBlank() ? "intake.fill.empty" : "intake.fill.not_understood";
      return FillOutcome.failed(sheet, pointer, key, "");
    }
    Optional<GridRecord> known = records.find(name).filter(record -> record.state().isPublic());
    if (known.isPresent()) {
      GridRecord record = known.get();
      Alike alike = new Alike(record.path(), record.label(), record.title());
      return new FillOutcome(sheet, pointer, alike, "", "", false);
    }
    if (!pace.look(network)) {
      return FillOutcome.failed(sheet, pointer, "intake.fill.too_often", "");
    }
    LookUp.Result result = lookUp.of(name);
    LookUp.Found found = result.found();
    if (found == null) {
      return FillOutcome.failed(sheet, pointer, key(result.trouble()), result.source());
    }
    return new FillOutcome(taken(sheet, name, found, language), "", null, "", found.source(), true);
  }

  private static String key(@Nullable Trouble trouble) {
    Trouble known = trouble == null ? Trouble.UNREACHABLE : trouble;
    return "intake.fill." + known.name().toLowerCase(Locale.ROOT);
  }

  private Sheet taken(Sheet sheet, Identifier name, LookUp.Found found, Language language) {
    Map<Field, String> said = said(sheet.slots(), name, found.thing());
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.putAll(sheet.facts());
    Filled before = sheet.filled();
    said.forEach(
        (field, value) -> {
          String typed = values.getOrDefault(field, "");
          if (typed.isBlank() || (before != null && before.says(field, typed))) {
            values.put(field, value);
          }
        });
    Filled filled =
        new Filled(
            name, found.source(), found.address(), found.at(), said, partners(found.findings()));
    return sheets.fill(sheet, filled, values, language);
  }

  /** What a finding says for the places of a form, in the writing that these take. */
  private static Map<Field, String> said(List<Slot> slots, Identifier name, Finding thing) {
    Map<Field, String> said = new EnumMap<>(Field.class);
    for (Slot slot : slots) {
      thing.facts().stream()
          .filter(fact -> fact.field() == slot.field())
          .map(fact -> slot.fitting(fact.value()))
          .filter(value -> !value.isEmpty())
          .findFirst()
          .ifPresent(value -> said.put(slot.field(), value));
    }
    switch (name.scheme()) {
      case GRANT -> named(slots, said, Field.GRANT, name);
      case DOI -> named(slots, said, Field.DOI, name);
      case ROR -> named(slots, said, Field.ROR, name);
      default -> {}
    }
    return said;
  }

  /** Who takes part, with the names that the same answer gives the organisations. */
  private static List<Filled.Partner> partners(List<Finding> findings) {
    Map<Identifier, String> names = new HashMap<>();
    for (Finding one : findings) {
      String name = value(one, Field.TITLE);
      one.identifiers().forEach(identifier -> names.putIfAbsent(identifier, name));
    }
    return findings.getFirst().partners().stream()
        .limit(MOST_PARTNERS)
        .map(
            one ->
                new Filled.Partner(
                    one.organisation(),
                    names.getOrDefault(one.organisation(), ""),
                    one.role(),
                    Objects.requireNonNullElse(one.country(), ""),
                    one.contribution() == null ? "" : one.contribution().toPlainString()))
        .toList();
  }

  private static String value(Finding finding, Field field) {
    return finding.facts().stream()
        .filter(fact -> fact.field() == field)
        .map(Finding.Fact::value)
        .findFirst()
        .orElse("");
  }

  private static void named(
      List<Slot> slots, Map<Field, String> said, Field field, Identifier name) {
    if (slots.stream().anyMatch(slot -> slot.field() == field)) {
      said.put(field, name.value());
    }
  }
}
