package eu.metacluster.membership;

import eu.metacluster.people.HeldRoles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other modules may ask about membership. */
@Component
public class Members {

  private final Entities entities;
  private final HeldRoles roles;

  Members(Entities entities, HeldRoles roles) {
    this.entities = entities;
    this.roles = roles;
  }

  /** All that belonged to the partnership on a day, those suspended on that day included. */
  public List<Entity> on(LocalDate day) {
    return entities.on(day).stream().filter(Entity::belongs).toList();
  }

  /** The member of today that has this ROR: nine characters, without the address before it. */
  public Optional<Entity> byRor(String ror) {
    return entities.byRor(ror, roles.today()).filter(Entity::belongs);
  }
}
