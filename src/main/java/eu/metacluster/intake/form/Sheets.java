package eu.metacluster.intake.form;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Filled;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.platform.web.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Reads forms from what a browser sent and from drafts, and keeps them as drafts. */
@Component
class Sheets {

  private static final int LONGEST_NOTE = 4_000;
  private static final int LONGEST_LINE = 254;
  private static final int LONGEST_POINTER = 2_000;

  private final Submissions submissions;
  private final Records records;
  private final Ways ways;

  Sheets(Submissions submissions, Records records, Ways ways) {
    this.submissions = submissions;
    this.records = records;
    this.ways = ways;
  }

  /** An empty form. */
  static Sheet empty(RecordKind kind, @Nullable GridRecord target) {
    Sender nobody = new Sender("", "", "");
    return new Sheet(
        kind, "", Map.of(), "", nobody, false, false, target, null, List.of(), Map.of());
  }

  /** The form that a browser sent; what is too long is cut, and said to be. */
  static Sheet sent(
      RecordKind kind, @Nullable GridRecord target, MultiValueMap<String, String> parameters) {
    Map<Field, String> facts = new EnumMap<>(Field.class);
    for (Slot slot : target == null ? Slots.of(kind) : Slots.correcting(kind)) {
      String typed = value(parameters, slot.name(), slot.longest() + 1);
      if (slot.type() == Slot.Type.MANY && parameters.containsKey(slot.name())) {
        facts.put(slot.field(), many(parameters, slot));
      } else if (!typed.isEmpty()) {
        boolean amount = slot.type() == Slot.Type.AMOUNT;
        facts.put(slot.field(), amount ? Slot.plainAmount(typed) : typed);
      }
    }
    Sender sender =
        new Sender(
            value(parameters, "email", LONGEST_LINE + 1),
            value(parameters, "name", LONGEST_LINE),
            value(parameters, "owner", LONGEST_LINE + 1));
    return new Sheet(
        kind,
        value(parameters, "draft", LONGEST_LINE),
        facts,
        value(parameters, "note", LONGEST_NOTE),
        sender,
        "yes".equals(parameters.getFirst("own")),
        "yes".equals(parameters.getFirst("agreed")),
        target,
        null,
        target == null ? List.of() : PartnerRows.sent(kind, parameters),
        Map.of());
  }

  /** All that was ticked, or typed one a line; an empty text when everything was taken away. */
  private static String many(MultiValueMap<String, String> parameters, Slot slot) {
    String all = String.join("\n", parameters.getOrDefault(slot.name(), List.of()));
    String cut = all.length() > slot.longest() ? all.substring(0, slot.longest() + 1) : all;
    List<String> lines = Slot.lines(plain(cut));
    return slot.field() == Field.BUDGET
        ? lines.stream().map(Slot::plainAmount).distinct().collect(Collectors.joining("\n"))
        : String.join("\n", lines);
  }

  /** What was typed to say which thing is meant. */
  static String pointer(MultiValueMap<String, String> parameters) {
    return value(parameters, "pointer", LONGEST_POINTER + 1);
  }

  private static String value(MultiValueMap<String, String> from, String name, int longest) {
    String typed = from.getFirst(name);
    String plain = typed == null ? "" : plain(typed);
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }

  static String plain(String typed) {
    return typed.replaceAll("[\\p{Cc}\\p{Cs}\\p{Cf}&&[^\\n\\t]]", "").strip();
  }

  /** The draft behind a link; empty when it was sent or thrown away since. */
  Optional<Sheet> draft(String token) {
    return submissions
        .find(ways.open(Purpose.DRAFT, token))
        .filter(one -> one.state() == Submission.State.DRAFT)
        .map(one -> sheet(one, token));
  }

  private Sheet sheet(Submission given, String token) {
    return new Sheet(
        given.kind(),
        token,
        given.facts(),
        given.note(),
        submissions.sender(given.id()).orElseGet(() -> new Sender("", "", "")),
        given.own(),
        false,
        given.target() == null ? null : records.find(given.target()).orElse(null),
        given.filled(),
        given.partnerWords(),
        Map.of());
  }

  /** Keeps a form as a draft: the one that it is, or a new one. */
  @Transactional
  public Sheet keep(Sheet sheet, Language language) {
    GridRecord target = sheet.target();
    Submissions.Typed typed =
        new Submissions.Typed(
            sheet.kind(),
            sheet.facts(),
            sheet.note(),
            language,
            sheet.own(),
            target == null ? null : target.id(),
            sheet.partners());
    if (!sheet.draft().isEmpty()
        && submissions.save(ways.open(Purpose.DRAFT, sheet.draft()), typed, sheet.sender())) {
      return sheet.filledFrom(filled(sheet), sheet.facts());
    }
    Submission.Way way = target == null ? Submission.Way.FORM : Submission.Way.CORRECTION;
    UUID id = submissions.open(way, typed, sheet.sender());
    return sheet.as(ways.token(Purpose.DRAFT, id));
  }

  private @Nullable Filled filled(Sheet sheet) {
    return submissions.find(id(sheet)).map(Submission::filled).orElse(null);
  }

  /** Keeps what a source said in the draft, with the values that it filled. */
  @Transactional
  public Sheet fill(Sheet sheet, Filled said, Map<Field, String> values, Language language) {
    Sheet kept = keep(sheet.filledFrom(said, values), language);
    submissions.fill(id(kept), said);
    return kept.filledFrom(said, values);
  }

  /** The id of the draft that a form was kept as. */
  UUID id(Sheet sheet) {
    return ways.open(Purpose.DRAFT, sheet.draft());
  }
}
