package eu.metacluster.intake.renewal;

import eu.metacluster.intake.receiving.Keepers;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.Members;
import eu.metacluster.people.People;
import eu.metacluster.shared.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  private final Submissions submissions;
  private final People people;

  Owners(AskedRows rows, Members members, Keepers keepers, Submissions submissions, People people) {
    this.submissions = submissions;
    this.people = people;
    this.rows = rows;
    this.members = members;
    this.keepers = keepers;
  }

  /**
   * Everybody who can be asked about these records, each once; none was written to yet. Whoever
   * handed a record in and administers the member that it is about is asked as the former.
   */
  List<Asked> of(Collection<UUID> about) {
    List<Asked> owners = new ArrayList<>(rows.senders(about));
    Set<Person> senders = owners.stream().flatMap(this::person).collect(Collectors.toSet());
    Set<UUID> wanted = new HashSet<>(about);
    for (Entity member : members.on(members.today())) {
      if (!member.suspended()) {
        keepers
            .page(member)
            .filter(record -> wanted.contains(record.id()))
            .ifPresent(
                record ->
                    administrators(member, record.id()).stream()
                        .filter(one -> !senders.contains(new Person(record.id(), one.account())))
                        .forEach(owners::add));
      }
    }
    return owners;
  }

  /** Somebody who signs in, as the one to ask about a record. */
  private record Person(UUID record, @Nullable UUID account) {}

  private Stream<Person> person(Asked sender) {
    return Optional.ofNullable(sender.submission())
        .flatMap(submissions::sender)
        .flatMap(one -> people.withAddress(one.permitter()))
        .map(account -> new Person(sender.record(), account))
        .stream();
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
