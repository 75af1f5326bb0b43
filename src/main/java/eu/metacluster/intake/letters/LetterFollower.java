package eu.metacluster.intake.letters;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Follower;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.clock.Pauses;
import eu.metacluster.screening.deciding.Verdict;
import eu.metacluster.screening.deciding.Vote;
import eu.metacluster.screening.deciding.Votes;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells senders what the committee did with what they sent, as its entries come in. */
@Component
class LetterFollower implements Follower {

  private static final Set<String> KINDS =
      Set.of(
          "screening.returned",
          "screening.declined",
          "screening.clock-stopped",
          "grid.record-moved",
          "grid.record-merged");

  private final Submissions submissions;
  private final Letters letters;
  private final Records records;
  private final Cases cases;
  private final Votes votes;
  private final Pauses pauses;

  LetterFollower(
      Submissions submissions,
      Letters letters,
      Records records,
      Cases cases,
      Votes votes,
      Pauses pauses) {
    this.submissions = submissions;
    this.letters = letters;
    this.records = records;
    this.cases = cases;
    this.votes = votes;
    this.pauses = pauses;
  }

  @Override
  public String name() {
    return "intake.letters";
  }

  @Override
  public void follow(List<Entry> entries) {
    List<Entry> ours =
        entries.stream()
            .filter(entry -> KINDS.contains(entry.kind()) && entry.subject() != null)
            .toList();
    if (ours.isEmpty()) {
      return;
    }
    Set<UUID> subjects = ours.stream().map(Entry::subject).collect(Collectors.toSet());
    List<Submission> given = submissions.ofRecords(subjects);
    if (given.isEmpty()) {
      return;
    }
    for (Entry entry : ours) {
      given.stream()
          .filter(one -> Objects.equals(one.record(), entry.subject()))
          .forEach(one -> tell(one, entry));
    }
  }

  private void tell(Submission given, Entry entry) {
    UUID record = Objects.requireNonNull(entry.subject());
    switch (entry.kind()) {
      case "screening.returned" ->
          letters.question(given.id(), "question " + entry.seq(), question(record, entry));
      case "screening.declined" -> {
        String words = entry.json().path(given.language().code()).asString("");
        letters.declined(given.id(), "declined " + entry.seq(), words);
      }
      case "screening.clock-stopped" ->
          cases
              .ofRecord(record)
              .flatMap(file -> pauses.now(file.id()))
              .ifPresent(
                  pause -> letters.paused(given.id(), "paused " + entry.seq(), pause.reason()));
      case "grid.record-merged" -> published(given, entry);
      default -> {
        if (entry.json().path("to").asString("").equals(RecordState.PUBLISHED.word())) {
          published(given, entry);
        }
      }
    }
  }

  private void published(Submission given, Entry entry) {
    UUID shown = given.target() == null ? entry.subject() : given.target();
    GridRecord record = records.find(Objects.requireNonNull(shown)).orElse(null);
    boolean again = entry.json().path("from").asString("").equals(RecordState.DUE.word());
    if (record != null && record.state().isPublic() && !again) {
      letters.published(given.id(), "published " + entry.seq(), record);
    }
  }

  private String question(UUID record, Entry entry) {
    int round = entry.json().path("round").asInt(0);
    return cases
        .ofRecord(record)
        .flatMap(
            file ->
                votes.of(file).stream()
                    .filter(vote -> vote.verdict() == Verdict.RETURN && vote.round() == round)
                    .max(Comparator.comparing(Vote::at)))
        .map(Vote::note)
        .orElse("");
  }

  /** What went out stays out: the letters that were sent are kept by what they were about. */
  @Override
  public void forget() {
    // the table of letters is no view
  }
}
