package eu.metacluster.screening.review;

import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Decision;
import eu.metacluster.screening.deciding.Questions;
import eu.metacluster.screening.deciding.Vote;
import eu.metacluster.screening.deciding.Votes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What happened to a case, the earliest first. The votes of others in the running round stay hidden
 * from a person who has not voted.
 */
@Component
class CaseHistory {

  private final Votes votes;
  private final Questions questions;
  private final GroupingHistory groupings;

  CaseHistory(Votes votes, Questions questions, GroupingHistory groupings) {
    this.groupings = groupings;
    this.votes = votes;
    this.questions = questions;
  }

  List<Happening> of(CaseFile file, UUID me) {
    List<Vote> all = votes.of(file);
    boolean voted =
        all.stream()
            .anyMatch(v -> v.stands() && v.round() == file.round() && v.reviewer().equals(me));
    List<Happening> history = new ArrayList<>();
    history.add(new Happening(file.openedAt(), "opened", null, null, null, "", 0));
    for (Vote vote : all) {
      boolean hidden =
          file.open() && vote.round() == file.round() && !voted && !vote.reviewer().equals(me);
      history.add(happening(vote, hidden));
      Instant withdrawn = vote.withdrawnAt();
      if (withdrawn != null) {
        history.add(
            new Happening(
                withdrawn, "withdrawn", hidden ? null : vote.reviewer(), null, null, "", 0));
      }
    }
    votes.decisions(file).forEach(decision -> add(history, decision));
    questions
        .answers(file)
        .forEach(
            one ->
                history.add(
                    new Happening(one.at(), "answered", one.notedBy(), null, null, one.text(), 0)));
    history.addAll(groupings.of(file));
    history.sort(Comparator.comparing(Happening::at));
    return history;
  }

  private static Happening happening(Vote vote, boolean hidden) {
    return hidden
        ? new Happening(vote.at(), "hidden", null, null, null, "", 0)
        : new Happening(
            vote.at(), "vote", vote.reviewer(), vote.verdict(), vote.criterion(), vote.note(), 0);
  }

  private static void add(List<Happening> history, Decision decision) {
    history.add(
        new Happening(
            decision.at(),
            "decided",
            null,
            decision.verdict(),
            decision.criterion(),
            "",
            decision.persons()));
    Instant undone = decision.undoneAt();
    if (undone != null) {
      history.add(new Happening(undone, "undone", null, decision.verdict(), null, "", 0));
    }
  }
}
