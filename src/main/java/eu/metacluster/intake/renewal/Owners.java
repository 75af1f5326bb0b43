package eu.metacluster.intake.renewal;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Records;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.Members;
import eu.metacluster.shared.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who can say whether a record is still true: whoever handed it in or speaks for it, and for a
 * member's own record those who administer the member.
 */
@Component
class Owners {

  private final AskedRows rows;
  private final Members members;
  private final Records records;

  Owners(AskedRows rows, Members members, Records records) {
    this.rows = rows;
    this.members = members;
    this.records = records;
  }

  /** Everybody who can be asked about these records; none was written to yet. */
  List<Asked> of(Collection<UUID> about) {
    List<Asked> owners = new ArrayList<>(rows.senders(about));
    Set<UUID> wanted = new HashSet<>(about);
    for (Entity member : members.on(members.today())) {
      if (!member.suspended()) {
        page(member)
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

  private Optional<GridRecord> page(Entity member) {
    return Stream.of(
            Optional.ofNullable(member.ror()).map(ror -> Identifier.of(Scheme.ROR, ror)),
            Optional.ofNullable(member.pic()).map(pic -> Identifier.of(Scheme.PIC, pic)))
        .flatMap(Optional::stream)
        .flatMap(identifier -> records.find(identifier).stream())
        .findFirst();
  }

  /** Whether somebody who was asked for a member still acts for it. */
  boolean speaks(Asked asked) {
    return asked.account() != null
        && asked.member() != null
        && members.administrators(asked.member()).contains(asked.account());
  }
}
