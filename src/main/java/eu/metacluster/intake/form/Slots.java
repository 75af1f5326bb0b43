package eu.metacluster.intake.form;

import eu.metacluster.grid.Codebook;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the form asks about each kind of thing. */
public final class Slots {

  /** The kinds that one can add, in the order in which they are offered. */
  public static final List<RecordKind> KINDS =
      List.of(
          RecordKind.PROJECT,
          RecordKind.ORGANISATION,
          RecordKind.EVENT,
          RecordKind.CALL,
          RecordKind.TRAINING,
          RecordKind.PRACTICE);

  private static final Slot TITLE = Slot.line(Field.TITLE).needed();
  private static final Slot SUMMARY = Slot.text(Field.SUMMARY).needed();
  private static final Slot URL = Slot.address(Field.URL);
  private static final Slot COUNTRY = Slot.country();
  private static final Slot WAY = Slot.choice(Field.ATTENDANCE, "", "in person", "online", "mixed");

  private static final List<Slot> ORGANISATION =
      List.of(
          TITLE,
          Slot.line(Field.SHORT_NAME),
          Slot.line(Field.ROR),
          URL,
          Slot.line(Field.CITY),
          COUNTRY.needed(),
          Slot.text(Field.SUMMARY));

  private static final List<Slot> EVENT =
      List.of(
          TITLE,
          SUMMARY,
          Slot.day(Field.STARTS_AT).needed(),
          Slot.day(Field.ENDS_AT),
          WAY,
          Slot.line(Field.VENUE),
          Slot.line(Field.CITY),
          COUNTRY,
          Slot.line(Field.ORGANISER),
          URL);

  private static final List<Slot> CALL =
      List.of(
          TITLE,
          SUMMARY,
          Slot.choice(Field.STATUS, "OPEN", "FORTHCOMING", "CLOSED").needed(),
          Slot.day(Field.DEADLINE),
          Slot.line(Field.FUNDER),
          Slot.amount(Field.BUDGET),
          Slot.text(Field.CONDITIONS),
          URL.needed());

  private static final List<Slot> TRAINING =
      List.of(
          TITLE,
          SUMMARY,
          Slot.line(Field.ORGANISER),
          Slot.day(Field.STARTS_AT),
          Slot.day(Field.ENDS_AT),
          WAY,
          COUNTRY,
          URL.needed());

  private static final List<Slot> PRACTICE =
      List.of(TITLE, SUMMARY, Slot.line(Field.ORGANISER), COUNTRY, Slot.line(Field.DOI), URL);

  private static final List<Slot> PROJECT =
      List.of(
          TITLE,
          Slot.line(Field.ACRONYM),
          SUMMARY,
          Slot.line(Field.GRANT),
          Slot.line(Field.DOI),
          Slot.day(Field.START_DATE),
          Slot.day(Field.END_DATE),
          Slot.line(Field.FUNDER),
          Slot.amount(Field.CONTRIBUTION),
          Slot.amount(Field.TOTAL_COST),
          Slot.line(Field.KEYWORDS),
          URL);

  /** What one corrects of it: of several values each, and what the committee said of it. */
  private static final Map<RecordKind, List<Slot>> MORE =
      Map.of(
          RecordKind.PROJECT,
              List.of(
                  Slot.many(Field.TECHNOLOGY, Codebook.TECHNOLOGIES),
                  Slot.many(Field.CANCER, Codebook.CANCERS),
                  Slot.many(Field.PILLAR, Codebook.PILLARS)),
          RecordKind.ORGANISATION, List.of(Slot.many(Field.ALIAS)));

  private static final Set<Field> SEVERAL = EnumSet.of(Field.URL, Field.ORGANISER, Field.BUDGET);

  private Slots() {}

  /** The places of the form that corrects a public record of a kind. */
  public static List<Slot> correcting(RecordKind kind) {
    List<Slot> slots = new ArrayList<>();
    for (Slot slot : of(kind)) {
      slots.add(SEVERAL.contains(slot.field()) ? Slot.many(slot.field()) : slot);
    }
    slots.addAll(MORE.getOrDefault(kind, List.of()));
    return slots;
  }

  /** The kind with this word, if one can add it. */
  static Optional<RecordKind> kind(@Nullable String word) {
    return KINDS.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The places of the form for a kind. */
  public static List<Slot> of(RecordKind kind) {
    return switch (kind) {
      case ORGANISATION -> ORGANISATION;
      case EVENT -> EVENT;
      case CALL -> CALL;
      case TRAINING -> TRAINING;
      case PRACTICE -> PRACTICE;
      default -> PROJECT;
    };
  }
}
