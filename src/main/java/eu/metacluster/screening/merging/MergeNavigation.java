package eu.metacluster.screening.merging;

import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The merges' entry in the committee's menu. */
@Configuration(proxyBeanMethods = false)
class MergeNavigation {

  @Bean
  NavEntry mergesEntry() {
    return NavEntry.menu("screening.nav.merges", "/merges", Role.COMMITTEE, 50);
  }
}
