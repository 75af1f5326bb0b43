package eu.metacluster.screening.queue;

import eu.metacluster.platform.Identity;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Decision;
import eu.metacluster.screening.deciding.Votes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what a person has just done to a case, for the line that offers to undo it. */
@Component
public class Afterwards {

  private final Cases cases;
  private final Votes votes;
  private final Deciding deciding;

  Afterwards(Cases cases, Votes votes, Deciding deciding) {
    this.cases = cases;
    this.votes = votes;
    this.deciding = deciding;
  }

  /** Null when the handle is none, or there is nothing of this person to tell. */
  public @Nullable After find(@Nullable String handle, Identity me) {
    return handle == null ? null : cases.find(handle).map(file -> of(file, me)).orElse(null);
  }

  private @Nullable After of(CaseFile file, Identity me) {
    if (file.open()) {
      boolean voted =
          votes.standing(file).stream().anyMatch(vote -> vote.reviewer().equals(me.account()));
      return voted ? new After(file, "vote", true) : null;
    }
    Decision decision = deciding.standing(file);
    return decision == null
        ? null
        : new After(file, decision.verdict().word(), deciding.mayUndo(me, decision));
  }
}
