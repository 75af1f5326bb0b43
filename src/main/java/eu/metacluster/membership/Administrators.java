package eu.metacluster.membership;

import eu.metacluster.people.HeldRole;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.people.People;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.shared.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may act for an organisation today. */
@Component
class Administrators {

  static final String ADMINISTRATOR = "ADMINISTRATOR";
  static final String REPRESENTATIVE = "REPRESENTATIVE";
  static final String KIND = "organisation";

  private final HeldRoles roles;
  private final People people;

  Administrators(HeldRoles roles, People people) {
    this.roles = roles;
    this.people = people;
  }

  /** The names of those who administer it today, by account. */
  Map<UUID, String> of(UUID entity) {
    return names(entity, ADMINISTRATOR);
  }

  /** The names of those who have a role there today, by account. */
  Map<UUID, String> names(UUID entity, String role) {
    LocalDate today = roles.today();
    Set<UUID> accounts =
        roles.at(entity).stream()
            .filter(held -> held.role().equals(role) && held.on(today))
            .map(HeldRole::account)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<UUID, String> all = people.names(accounts);
    Map<UUID, String> names = new LinkedHashMap<>();
    accounts.stream()
        .filter(all::containsKey)
        .forEach(account -> names.put(account, String.valueOf(all.get(account))));
    return names;
  }

  boolean is(Identity person, UUID entity) {
    return roles.holds(person.account(), entity, ADMINISTRATOR);
  }

  /** Whether the person may see what is not public of the organisation. */
  boolean sees(Identity person, UUID entity) {
    return person.role().covers(Role.COMMITTEE)
        || roles.holds(person.account(), entity, ADMINISTRATOR, REPRESENTATIVE);
  }

  /**
   * Stops who may not act for the organisation.
   *
   * @throws Refusal MC-1751
   */
  void demand(Identity person, UUID entity) {
    if (!is(person, entity) && !person.role().covers(Role.COORDINATOR)) {
      throw new Refusal(Refusal.Kind.FORBIDDEN, "MC-1751", "membership.error.notYours");
    }
  }
}
