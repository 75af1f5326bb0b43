package eu.metacluster.intake.receiving;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Records;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.Members;
import eu.metacluster.people.People;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who keeps the page of an organisation: those who administer the member that it shows. */
@Component
public class Keepers {

  private final Members members;
  private final Records records;
  private final People people;
  private final Submissions submissions;

  Keepers(Members members, Records records, People people, Submissions submissions) {
    this.members = members;
    this.records = records;
    this.people = people;
    this.submissions = submissions;
  }

  /** A member's own page on the grid, found by its ROR, else by its PIC. */
  public Optional<GridRecord> page(Entity member) {
    return Stream.of(
            Optional.ofNullable(member.ror()).map(ror -> Identifier.of(Scheme.ROR, ror)),
            Optional.ofNullable(member.pic()).map(pic -> Identifier.of(Scheme.PIC, pic)))
        .flatMap(Optional::stream)
        .flatMap(identifier -> records.find(identifier).stream())
        .findFirst();
  }

  /**
   * Whether it corrects a member's own page, and whoever sent it administers that member today. The
   * sender of a mail can be forged; who fills in the form has opened a link or is signed in.
   */
  public boolean sent(Submission given) {
    UUID target = given.target();
    return target != null
        && given.way() == Submission.Way.CORRECTION
        && given.state() == Submission.State.RECEIVED
        && submissions
            .sender(given.id())
            .flatMap(sender -> people.withAddress(sender.email()))
            .filter(account -> keeps(account, target))
            .isPresent();
  }

  private boolean keeps(UUID account, UUID page) {
    return members.heldBy(account).stream()
        .filter(member -> members.administrators(member.id()).contains(account))
        .flatMap(member -> page(member).stream())
        .anyMatch(record -> record.id().equals(page));
  }
}
