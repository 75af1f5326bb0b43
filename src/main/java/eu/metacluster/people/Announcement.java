package eu.metacluster.people;

import eu.metacluster.platform.SiteAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells the console where the product is and, until there is an administrator, how to become it.
 */
@Component
@ConditionalOnWebApplication
class Announcement {

  private final Accounts accounts;
  private final SignIns signIns;
  private final SiteAddress site;

  Announcement(Accounts accounts, SignIns signIns, SiteAddress site) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.site = site;
  }

  /** Last of all, so that nothing is written below it. */
  @Order
  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    System.out.println("Metacluster is ready: " + site.of(""));
    if (!accounts.hasAdministrator()) {
      System.out.println(
          "Sign the first administrator in (once, valid 24 hours): " + signIns.first());
    }
  }
}
