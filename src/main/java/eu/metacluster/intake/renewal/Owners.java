package eu.metacluster.intake.renewal;

import eu.metacluster.intake.receiving.Keepers;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.Members;
import eu.metacluster.shared.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who can say whether a record is still true: whoever handed it in or speaks for it, and for a
 * member's own record those who administer the member.
 */
@Component
class Owners {

  private final AskedRows rows;
  private final Members members;
  private final Keepers keepers;

  Owners(AskedRows rows, Members members, Keepers keepers) {
    this.rows = rows;
    this.members = members;
    this.keepers = keepers;
  }

  /** Everybody who can be asked about these records; none was written to yet. */
  List<Asked> of(Collection<UUID> about) {
    List<Asked> owners = new ArrayList<>(rows.senders(about));
    Set<UUID> wanted = new HashSet<>(about);
    for (Entity member : members.on(members.today())) {
      if (!member.suspended()) {
        keepers
            .page(member)
            .filter(record -> wanted.contains(record.id()))
            .ifPresent(record -> owners.addAll(administrators(member, record.id())));
      }
    }
    return owners;
  }

  private List<Asked> administrators(Entity member, UUID record) {
    return members.administrators(member.id()).stream()
        .map(
            account -> new Asked(Ids.next(), record, null, account, member.id(), null, null, false))
        .toList();
  }

  /** Whether somebody who was asked for a member still acts for it. */
  boolean speaks(Asked asked) {
    return asked.account() != null
        && asked.member() != null
        && members.administrators(asked.member()).contains(asked.account());
  }
}
