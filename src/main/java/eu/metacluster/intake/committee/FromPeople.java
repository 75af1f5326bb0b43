package eu.metacluster.intake.committee;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.screening.cases.Background;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says on the page of a case who handed its records in, and what they say about it. */
@Component
class FromPeople implements Background {

  private final Submissions submissions;
  private final Records records;

  FromPeople(Submissions submissions, Records records) {
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
      if (given.own()) {
        lines.add(new Line("intake.background.ours", List.of(), null));
      }
      if (!given.note().isBlank()) {
        lines.add(new Line("intake.background.note", List.of(given.note()), null));
      }
    }
    return lines;
  }

  private void target(Submission given, List<Line> lines) {
    GridRecord target = given.target() == null ? null : records.find(given.target()).orElse(null);
    if (target != null) {
      lines.add(new Line("intake.background.target", List.of(target.label()), target.path()));
    }
  }
}
