package eu.metacluster.membership;

import eu.metacluster.people.HeldRole;
import eu.metacluster.people.HeldRoles;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What other modules may ask about membership. */
@Component
public class Members {

  private final Entities entities;
  private final HeldRoles roles;
  private final Administrators administrators;

  Members(Entities entities, HeldRoles roles, Administrators administrators) {
    this.administrators = administrators;
    this.entities = entities;
    this.roles = roles;
  }

  /** All that belonged to the partnership on a day, those suspended on that day included. */
  public List<Entity> on(LocalDate day) {
    return entities.on(day).stream().filter(Entity::belongs).toList();
  }

  /** The organisations in which this person has a role today. */
  public List<Entity> heldBy(UUID account) {
    LocalDate today = roles.today();
    return roles.of(account).stream()
        .filter(held -> held.on(today) && held.kind().equals(Administrators.KIND))
        .map(HeldRole::place)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(place -> entities.find(place, today).stream())
        .toList();
  }

  /** The accounts that administer this organisation today; none when it is no member. */
  public Set<UUID> administrators(UUID entity) {
    return entities
        .find(entity, roles.today())
        .filter(one -> one.belongs() && !one.suspended())
        .map(one -> administrators.of(one.id()).keySet())
        .orElseGet(Set::of);
  }

  /** Today, where the partnership works. */
  public LocalDate today() {
    return roles.today();
  }

  /** The member of today that has this PIC. */
  public Optional<Entity> byPic(String pic) {
    return entities.byPic(pic, roles.today()).filter(Entity::belongs);
  }

  /** The member of today that has this ROR: nine characters, without the address before it. */
  public Optional<Entity> byRor(String ror) {
    return entities.byRor(ror, roles.today()).filter(Entity::belongs);
  }
}
