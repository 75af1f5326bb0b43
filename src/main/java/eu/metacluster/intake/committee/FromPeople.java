package eu.metacluster.intake.committee;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.form.Slot;
import eu.metacluster.intake.form.Slots;
import eu.metacluster.intake.receiving.Keepers;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.screening.cases.Background;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says on the page of a case who handed its records in, and what they say about it. */
@Component
class FromPeople implements Background {

  private final Submissions submissions;
  private final Records records;
  private final Keepers keepers;

  FromPeople(Submissions submissions, Records records, Keepers keepers) {
    this.keepers = keepers;
    this.submissions = submissions;
    this.records = records;
  }

  @Override
  public List<Line> of(Collection<UUID> ids) {
    List<Line> lines = new ArrayList<>();
    for (Submission given : submissions.ofRecords(ids)) {
      Instant at = given.receivedAt() == null ? given.createdAt() : given.receivedAt();
      lines.add(new Line("intake.background." + given.way().word(), List.of(at), null));
      target(given, lines);
      differences(given, lines);
      boolean keeper = keepers.sent(given);
      if (keeper || given.own()) {
        lines.add(new Line("intake.background." + (keeper ? "keeper" : "ours"), List.of(), null));
      }
      if (!given.note().isBlank()) {
        lines.add(new Line("intake.background.note", List.of(given.note()), null));
      }
    }
    return lines;
  }

  /** Of fields with several values: what would come, and what would go. */
  private static void differences(Submission given, List<Line> lines) {
    if (!given.corrects()) {
      return;
    }
    Map<String, List<String>> gone = new TreeMap<>();
    given
        .fact(Field.NOT)
        .lines()
        .map(line -> line.split(": ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> gone.computeIfAbsent(parts[0], f -> new ArrayList<>()).add(parts[1]));
    given
        .partnerWords()
        .forEach(word -> lines.add(new Line(word.key(), List.of(word.name()), null)));
    for (Slot slot : Slots.correcting(given.kind())) {
      String added = given.fact(slot.field());
      if (slot.type() == Slot.Type.MANY && !added.isBlank()) {
        lines.add(line("adds", slot, Slot.lines(added)));
      }
      if (gone.containsKey(slot.name())) {
        lines.add(line("removes", slot, gone.getOrDefault(slot.name(), List.of())));
      }
    }
  }

  private static Line line(String what, Slot slot, List<String> values) {
    String words =
        values.stream()
            .map(value -> slot.choices().isEmpty() ? value : value.replace('_', ' '))
            .collect(Collectors.joining(" · "));
    return new Line("intake.background." + what + "." + slot.name(), List.of(words), null);
  }

  private void target(Submission given, List<Line> lines) {
    GridRecord target = given.target() == null ? null : records.find(given.target()).orElse(null);
    if (target != null) {
      lines.add(new Line("intake.background.target", List.of(target.label()), target.path()));
    }
  }
}
