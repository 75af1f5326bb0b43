package eu.metacluster.screening.review;

import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordText;
import eu.metacluster.screening.alike.SuggestionView;
import eu.metacluster.screening.away.Absence;
import eu.metacluster.screening.cases.Background;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.clock.Pauses;
import eu.metacluster.screening.clock.TimeLeft;
import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.deciding.Decision;
import eu.metacluster.screening.deciding.Keys;
import eu.metacluster.screening.deciding.Verdict;
import eu.metacluster.screening.deciding.Vote;
import eu.metacluster.screening.interests.Conflict;
import eu.metacluster.screening.queue.After;
import eu.metacluster.screening.queue.Assignments;
import eu.metacluster.screening.queue.QueueFilter;
import eu.metacluster.screening.queue.Summary;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a case shows.
 *
 * @param title the title in plain and marked pieces; so is the text
 * @param members the look-alikes decided together, the shown one first
 * @param alike cases that look like this one but are not in it
 * @param suggestions records that may be the same as one in the case
 * @param background what other modules know of its records
 * @param need what a decision takes
 * @param voting what the standing votes come to, as far as this person may know
 * @param myVote this person's standing vote
 * @param decision the decision that holds
 * @param undo whether this person may take something back here
 * @param next handle of the next case to decide, null at the end
 * @param left how much of its promise is left, null when it is not open
 * @param pause why its clock stands still, null while it runs
 * @param conflict what keeps this person off it, null when nothing does
 * @param held who has taken the case on, null when nobody has
 * @param committee names of everybody who can decide
 * @param names what to call the accounts in the history
 */
public record CaseView(
    CaseFile file,
    Summary summary,
    RecordText text,
    List<Piece> title,
    List<Piece> body,
    List<Proof> proofs,
    List<Identifier> identifiers,
    List<PartnerView> partners,
    List<Summary> members,
    List<CaseFile> alike,
    List<SuggestionView> suggestions,
    List<Background.Line> background,
    List<Criterion> criteria,
    Form form,
    Keys.Need need,
    String voting,
    @Nullable Vote myVote,
    @Nullable Decision decision,
    boolean undo,
    List<Happening> history,
    Map<UUID, String> names,
    QueueFilter filter,
    @Nullable String previous,
    @Nullable String next,
    @Nullable TimeLeft left,
    Pauses.@Nullable Pause pause,
    @Nullable Conflict conflict,
    Assignments.@Nullable Holder held,
    Map<UUID, String> committee,
    @Nullable After after) {

  /** Whether a decision takes two who agree. */
  public boolean twoPerson() {
    return need == Keys.Need.TWO;
  }

  /** Whether one is enough although two are the rule. */
  public boolean spared() {
    return need == Keys.Need.ONE_FOR_OWN;
  }

  /** The criteria that speak for taking in, or for leaving out. */
  public List<Criterion> criteria(boolean in) {
    return criteria.stream().filter(criterion -> criterion.in() == in).toList();
  }

  /** Who has taken the case on, null when nobody has. */
  public @Nullable UUID holder() {
    return held == null ? null : held.reviewer();
  }

  /** The absence for which the holder stands in, null when for none. */
  public @Nullable Absence standing() {
    return held == null ? null : held.standing();
  }

  /** Whether this person can vote now. */
  public boolean votable() {
    return file.open() && myVote == null && conflict == null;
  }

  /** Everybody who can take the case on, by name. */
  public List<Map.Entry<UUID, String>> reviewers() {
    return committee.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
  }

  /** Whether it is about a public record that is due. */
  public boolean revalidates() {
    return file.purpose() == CaseFile.Purpose.REVALIDATE;
  }

  /** Whether it was returned and waits for the answer to its question. */
  public boolean asks() {
    return decision != null && decision.verdict() == Verdict.RETURN;
  }

  /** The address of something of this case, with the queue's filter. */
  public String to(String what) {
    return file.path() + what + filter.query();
  }

  /** The address of another case, with the queue's filter. */
  public String toCase(String handle) {
    return "/queue/" + handle + filter.query();
  }
}
