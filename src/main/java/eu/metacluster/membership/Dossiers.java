package eu.metacluster.membership;

import eu.metacluster.people.HeldRoles;
import eu.metacluster.platform.Identity;
import org.springframework.stereotype.Component;

/** Finds the organisation of a form and checks who may work on it. */
@Component
class Dossiers {

  private final Entities entities;
  private final Administrators administrators;
  private final HeldRoles roles;

  Dossiers(Entities entities, Administrators administrators, HeldRoles roles) {
    this.entities = entities;
    this.administrators = administrators;
    this.roles = roles;
  }

  /**
   * The organisation, for who may see what is not public of it.
   *
   * @throws eu.metacluster.shared.Refusal MC-1750 when there is none, or none for this person
   */
  Entity seen(String handle, Identity me) {
    Entity entity = entities.find(handle, roles.today()).orElseThrow(MembersController::unknown);
    if (!administrators.sees(me, entity.id())) {
      throw MembersController.unknown();
    }
    return entity;
  }

  /**
   * The organisation, for who may act for it.
   *
   * @throws eu.metacluster.shared.Refusal MC-1750 or MC-1751
   */
  Entity owned(String handle, Identity me) {
    Entity entity = seen(handle, me);
    administrators.demand(me, entity.id());
    return entity;
  }
}
