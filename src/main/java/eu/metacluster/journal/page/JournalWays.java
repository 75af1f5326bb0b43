package eu.metacluster.journal.page;

import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How one gets to the journal. */
@Configuration(proxyBeanMethods = false)
class JournalWays {

  @Bean
  NavEntry journalEntry() {
    return NavEntry.bar("journal.nav.journal", "/journal", Role.ADMINISTRATOR, 90);
  }
}
