package eu.metacluster.intake.committee;

import eu.metacluster.intake.receiving.Keepers;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.screening.deciding.OwnPages;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says of a case whether it is a member's word on its own page and nothing else. */
@Component
class FromKeepers implements OwnPages {

  private final Submissions submissions;
  private final Keepers keepers;

  FromKeepers(Submissions submissions, Keepers keepers) {
    this.submissions = submissions;
    this.keepers = keepers;
  }

  @Override
  public boolean own(Collection<UUID> records) {
    List<Submission> given = submissions.ofRecords(records);
    return !given.isEmpty()
        && given.stream().map(Submission::record).collect(Collectors.toSet()).containsAll(records)
        && given.stream().allMatch(keepers::sent);
  }
}
