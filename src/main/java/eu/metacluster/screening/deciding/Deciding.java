package eu.metacluster.screening.deciding;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.interests.Interests;
import eu.metacluster.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Votes on cases, what they come to, and taking them back. Whoever acts holds the case's lock to
 * the end of the transaction, so of two at once one is first and the other is told.
 */
@Component
public class Deciding {

  /** How long the person who took a decision may undo it alone. */
  static final Duration REGRET = Duration.ofMinutes(30);

  private static final int LONGEST_NOTE = 4_000;

  private final Cases cases;
  private final Votes votes;
  private final Criteria criteria;
  private final Keys keys;
  private final Effects effects;
  private final Interests interests;
  private final Journal journal;
  private final Clock clock = Clock.systemUTC();

  Deciding(
      Cases cases,
      Votes votes,
      Criteria criteria,
      Keys keys,
      Effects effects,
      Interests interests,
      Journal journal) {
    this.cases = cases;
    this.votes = votes;
    this.criteria = criteria;
    this.keys = keys;
    this.effects = effects;
    this.interests = interests;
    this.journal = journal;
  }

  /** What the standing votes on a case come to. */
  Count count(CaseFile file) {
    return count(votes.standing(file), keys.need(file) == Keys.Need.TWO);
  }

  private static Count count(List<Vote> standing, boolean two) {
    return Count.of(standing.stream().map(Vote::verdict).toList(), two);
  }

  /**
   * Takes a reviewer's vote, and carries the decision out when it is one.
   *
   * @return what the votes come to with this one
   * @throws Refusal when the ballot cannot be used, the reviewer has voted or an interest in it, or
   *     somebody was faster
   */
  @Transactional
  public Count vote(Identity reviewer, String handle, Ballot ballot) {
    CaseFile file = cases.lock(handle);
    if (!file.open() || file.round() != ballot.round()) {
      throw late(file);
    }
    interests.demandNone(reviewer.account(), file);
    Criterion criterion = check(file, ballot);
    List<Vote> before = votes.standing(file);
    if (before.stream().anyMatch(vote -> vote.reviewer().equals(reviewer.account()))) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1508", "screening.error.votedAlready");
    }
    votes.cast(file, reviewer.account(), ballot, criterion);
    journal.append(
        new NewEntry(
            "screening.vote-cast",
            file.id(),
            reviewer.account(),
            Map.of("verdict", ballot.verdict().word(), "round", file.round())));
    Count count = count(votes.standing(file), keys.need(file) == Keys.Need.TWO);
    if (count.state() == Count.State.DECIDED) {
      effects.carryOut(file, reviewer.account(), ballot, criterion, count.persons());
    } else if (before.isEmpty()) {
      effects.takeUp(file, reviewer.account());
    }
    return count;
  }

  private @Nullable Criterion check(CaseFile file, Ballot ballot) {
    if (!Verdict.on(file.purpose()).contains(ballot.verdict())) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1502", "screening.error.verdict");
    }
    if (ballot.note().length() > LONGEST_NOTE) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1506", "screening.error.note", LONGEST_NOTE);
    }
    if (ballot.verdict() == Verdict.RETURN && ballot.note().isBlank()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1507", "screening.error.question");
    }
    return criteria.cited(ballot.criterion(), ballot.verdict());
  }

  /**
   * Takes back: a standing vote of one's own while the case is open, else the decision.
   *
   * @throws Refusal when there is nothing to take back, or not by this person
   */
  @Transactional
  public void undo(Identity person, String handle) {
    CaseFile file = cases.lock(handle);
    if (file.open()) {
      withdraw(file, person.account());
      return;
    }
    Decision decision = standing(file);
    if (decision == null) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1514", "screening.error.nothingToUndo");
    }
    if (!mayUndo(person, decision)) {
      throw new Refusal(
          Refusal.Kind.FORBIDDEN, "MC-1515", "screening.error.undo", REGRET.toMinutes());
    }
    effects.takeBack(file, decision, person.account());
  }

  private void withdraw(CaseFile file, UUID reviewer) {
    if (!votes.withdraw(file, reviewer)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1514", "screening.error.nothingToUndo");
    }
    journal.append(
        new NewEntry(
            "screening.vote-withdrawn", file.id(), reviewer, Map.of("round", file.round())));
    if (votes.standing(file).isEmpty()) {
      effects.putDown(file, reviewer);
    }
  }

  /** The decision of a case's last round, null when there is none that holds. */
  public @Nullable Decision standing(CaseFile file) {
    return votes.decisions(file).stream()
        .filter(decision -> decision.stands() && decision.round() == file.round())
        .findFirst()
        .orElse(null);
  }

  /** Whether this person may take the decision back now. */
  public boolean mayUndo(Identity person, Decision decision) {
    boolean fresh = clock.instant().isBefore(decision.at().plus(REGRET));
    return person.role().covers(Role.COORDINATOR)
        || (decision.takenBy().equals(person.account()) && fresh);
  }

  private Refusal late(CaseFile file) {
    Decision decision = standing(file);
    if (decision != null) {
      return new Refusal(
          Refusal.Kind.CONFLICT,
          "MC-1509",
          "screening.error.late." + decision.verdict().word(),
          file.label(),
          decision.at());
    }
    return new Refusal(
        Refusal.Kind.CONFLICT, "MC-1509", "screening.error.late.closed", file.label());
  }
}
