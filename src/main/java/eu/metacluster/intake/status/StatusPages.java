package eu.metacluster.intake.status;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.clock.Calendars;
import eu.metacluster.screening.clock.Receipts;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Decision;
import eu.metacluster.screening.deciding.Questions;
import eu.metacluster.screening.deciding.Verdict;
import eu.metacluster.screening.deciding.Votes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a sender sees. */
@Component
class StatusPages {

  private static final int FIRST_ROUND = 1;

  private final Records records;
  private final Cases cases;
  private final Votes votes;
  private final Deciding deciding;
  private final Questions questions;
  private final Calendars calendars;
  private final Receipts receipts;

  StatusPages(
      Records records,
      Cases cases,
      Votes votes,
      Deciding deciding,
      Questions questions,
      Calendars calendars,
      Receipts receipts) {
    this.records = records;
    this.cases = cases;
    this.votes = votes;
    this.deciding = deciding;
    this.questions = questions;
    this.calendars = calendars;
    this.receipts = receipts;
  }

  StatusView view(Submissions.Kept kept, String token) {
    Submission given = kept.given();
    LocalDate today = calendars.today();
    Cases.Clocked clocked = clocked(given, today);
    CaseFile file = clocked == null ? null : clocked.file();
    GridRecord record = awaits(file) ? null : record(given);
    Decision decision = file == null || file.open() ? null : deciding.standing(file);
    String stage = stage(file, record, decision);
    boolean waits = stage.equals("waiting") || stage.equals("asked");
    LocalDate due = waits ? due(given, file) : null;
    return new StatusView(
        token,
        given,
        stage,
        due,
        left(clocked, due),
        due != null && due.isBefore(today),
        clocked == null ? null : clocked.clock().stopped(),
        file == null ? List.of() : talk(file),
        decision == null ? null : decision.criterion(),
        decision == null ? null : decision.at(),
        path(record),
        kept.known());
  }

  @Nullable CaseFile file(Submission given) {
    Cases.Clocked clocked = clocked(given, calendars.today());
    return clocked == null ? null : clocked.file();
  }

  /** Whether the committee has it for the first time: the record's own state adds nothing then. */
  private static boolean awaits(@Nullable CaseFile file) {
    return file != null && file.open() && file.purpose() == CaseFile.Purpose.AUTHORISE;
  }

  private @Nullable GridRecord record(Submission given) {
    return Optional.ofNullable(given.record()).flatMap(records::find).orElse(null);
  }

  private Cases.@Nullable Clocked clocked(Submission given, LocalDate today) {
    return Optional.ofNullable(given.record())
        .flatMap(record -> cases.clocked(record, today))
        .map(one -> cases.holding(one, today))
        .orElse(null);
  }

  private int left(Cases.@Nullable Clocked clocked, @Nullable LocalDate due) {
    if (due == null) {
      return 0;
    }
    return clocked == null ? calendars.workingDaysUntil(due) : clocked.clock().left();
  }

  private LocalDate due(Submission given, @Nullable CaseFile file) {
    Instant at = given.receivedAt();
    return file != null ? file.dueOn() : receipts.due(at == null ? Instant.now() : at);
  }

  private static String stage(
      @Nullable CaseFile file, @Nullable GridRecord record, @Nullable Decision decision) {
    if (record == null || file == null) {
      return "waiting";
    }
    if (decision != null && decision.verdict() == Verdict.RETURN) {
      return "asked";
    }
    if (record.mergedInto() != null) {
      return "public";
    }
    return switch (record.state()) {
      case AUTHORISED -> "permission";
      case PUBLISHED, DUE, ARCHIVED -> "public";
      case DECLINED -> "declined";
      case WITHDRAWN -> "withdrawn";
      case CANDIDATE, IN_REVIEW, RETURNED -> "waiting";
    };
  }

  private List<StatusView.Said> talk(CaseFile file) {
    List<StatusView.Said> talk = new ArrayList<>();
    if (file.open() && file.round() <= FIRST_ROUND) {
      return talk; // nobody has asked anything yet
    }
    votes.decisions(file).stream()
        .filter(decision -> decision.stands() && decision.verdict() == Verdict.RETURN)
        .forEach(
            decision ->
                votes.of(file).stream()
                    .filter(vote -> vote.stands() && vote.round() == decision.round())
                    .filter(vote -> vote.verdict() == Verdict.RETURN)
                    .forEach(vote -> talk.add(new StatusView.Said(true, vote.note(), vote.at()))));
    questions
        .answers(file)
        .forEach(one -> talk.add(new StatusView.Said(false, one.text(), one.at())));
    talk.sort(Comparator.comparing(StatusView.Said::at));
    return talk;
  }

  private @Nullable String path(@Nullable GridRecord record) {
    GridRecord shown = record;
    if (record != null && record.mergedInto() != null) {
      shown = records.find(record.mergedInto()).orElse(record);
    }
    return shown != null && shown.state().isPublic() ? shown.path() : null;
  }
}
