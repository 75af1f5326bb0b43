package eu.metacluster.screening.review;

import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.Identity;
import eu.metacluster.screening.alike.SuggestionViews;
import eu.metacluster.screening.cases.Background;
import eu.metacluster.screening.cases.Candidate;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.CaseReading;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.clock.Calendars;
import eu.metacluster.screening.clock.Pauses;
import eu.metacluster.screening.clock.TimeLeft;
import eu.metacluster.screening.deciding.Criteria;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Decision;
import eu.metacluster.screening.deciding.Keys;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.screening.deciding.Vote;
import eu.metacluster.screening.deciding.Votes;
import eu.metacluster.screening.interests.Interests;
import eu.metacluster.screening.queue.Afterwards;
import eu.metacluster.screening.queue.Assignments;
import eu.metacluster.screening.queue.Queue;
import eu.metacluster.screening.queue.QueueFilter;
import eu.metacluster.screening.queue.Summary;
import eu.metacluster.screening.scope.ScopeText;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the page of a case shows. */
@Component
class CasePages {

  private final Cases cases;
  private final Votes votes;
  private final Deciding deciding;
  private final CaseHistory histories;
  private final Criteria criteria;
  private final Keys keys;
  private final Queue queue;
  private final Records records;
  private final RecordTexts texts;
  private final Reviewers reviewers;
  private final Afterwards afterwards;
  private final Assignments assignments;
  private final SuggestionViews suggestions;
  private final ObjectProvider<Background> background;
  private final Pauses pauses;
  private final Calendars calendars;
  private final Interests interests;

  CasePages(
      Cases cases,
      Votes votes,
      Deciding deciding,
      CaseHistory histories,
      Criteria criteria,
      Keys keys,
      Queue queue,
      Records records,
      RecordTexts texts,
      Reviewers reviewers,
      Afterwards afterwards,
      Assignments assignments,
      SuggestionViews suggestions,
      ObjectProvider<Background> background,
      Pauses pauses,
      Calendars calendars,
      Interests interests) {
    this.interests = interests;
    this.cases = cases;
    this.votes = votes;
    this.deciding = deciding;
    this.histories = histories;
    this.criteria = criteria;
    this.keys = keys;
    this.queue = queue;
    this.records = records;
    this.texts = texts;
    this.reviewers = reviewers;
    this.afterwards = afterwards;
    this.assignments = assignments;
    this.suggestions = suggestions;
    this.background = background;
    this.pauses = pauses;
    this.calendars = calendars;
  }

  CaseView view(
      CaseFile file,
      Identity me,
      QueueFilter filter,
      @Nullable String after,
      Function<CaseReading, Form> form) {
    Map<UUID, RecordDocument> documents = documents(cases.members(file));
    RecordDocument lead = lead(file, documents);
    CaseReading reading = cases.reading(file);
    List<Vote> standing = votes.standing(file);
    Vote mine = mine(standing, me);
    Decision decision = file.open() ? null : deciding.standing(file);
    List<Happening> history = histories.of(file, me.account());
    return new CaseView(
        file,
        Summary.of(lead),
        lead.text(),
        marked(lead, ScopeText.Part.TITLE, reading),
        marked(lead, ScopeText.Part.OBJECTIVE, reading),
        proofs(reading),
        lead.identifiers(),
        records.partners(file.lead()),
        members(file, documents),
        cases.alike(file),
        suggestions.about(documents.keySet()),
        background(documents),
        criteria.inForce(),
        form.apply(reading),
        keys.need(file),
        voting(standing, mine),
        mine,
        decision,
        mine != null || (decision != null && deciding.mayUndo(me, decision)),
        history,
        names(history),
        filter,
        queue.previous(filter, me.account(), file).orElse(null),
        queue.next(filter, me.account(), file).orElse(null),
        left(file),
        pauses.now(file.id()).orElse(null),
        interests.conflict(me.account(), file).orElse(null),
        assignments.holder(file),
        reviewers.all(),
        afterwards.find(after, me));
  }

  private static List<Piece> marked(RecordDocument lead, ScopeText.Part part, CaseReading reading) {
    ScopeText read = Candidate.scopeText(lead.text());
    String text = part == ScopeText.Part.TITLE ? read.title() : read.objective();
    return Highlight.of(text, part, reading.evidence());
  }

  private @Nullable TimeLeft left(CaseFile file) {
    return file.open() ? calendars.left(file.dueOn()) : null;
  }

  private List<Background.Line> background(Map<UUID, RecordDocument> documents) {
    return background.stream().flatMap(one -> one.of(documents.keySet()).stream()).toList();
  }

  private Map<UUID, String> names(List<Happening> history) {
    return reviewers.names(history.stream().map(Happening::who).filter(Objects::nonNull).toList());
  }

  private static @Nullable Vote mine(List<Vote> standing, Identity me) {
    return standing.stream()
        .filter(vote -> vote.reviewer().equals(me.account()))
        .findFirst()
        .orElse(null);
  }

  private static RecordDocument lead(CaseFile file, Map<UUID, RecordDocument> documents) {
    RecordDocument lead = documents.get(file.lead());
    if (lead == null) {
      throw new Refusal(Refusal.Kind.GONE, "MC-1518", "screening.error.gone", file.label());
    }
    return lead;
  }

  private Map<UUID, RecordDocument> documents(List<UUID> ids) {
    return texts.documents(ids).stream()
        .collect(Collectors.toMap(d -> d.record().id(), d -> d, (a, b) -> a));
  }

  private static List<Summary> members(CaseFile file, Map<UUID, RecordDocument> documents) {
    List<Summary> members = new ArrayList<>();
    documents.values().stream()
        .map(Summary::of)
        .forEach(
            one -> {
              if (one.record().id().equals(file.lead())) {
                members.addFirst(one);
              } else {
                members.add(one);
              }
            });
    return members;
  }

  private static List<Proof> proofs(CaseReading reading) {
    double all = reading.evidence().stream().mapToDouble(CaseReading.Sentence::contribution).sum();
    List<Proof> proofs = new ArrayList<>();
    for (CaseReading.Sentence one : reading.evidence()) {
      proofs.add(
          new Proof(
              proofs.size() + 1,
              one.sentence(),
              all > 0 ? one.contribution() / all : 0,
              one.terms()));
    }
    return proofs;
  }

  /** Others' votes show only as a number until one has voted. */
  private static String voting(List<Vote> standing, @Nullable Vote mine) {
    if (standing.isEmpty()) {
      return "none";
    }
    if (mine == null) {
      return standing.size() == 1 ? "second" : "third";
    }
    return standing.size() == 1 ? "mine" : "differ";
  }
}
