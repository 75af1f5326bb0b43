package eu.metacluster.harvest.starter;

import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The starter set's entry in the coordinator's menu. */
@Configuration(proxyBeanMethods = false)
class StarterNavigation {

  @Bean
  NavEntry starterEntry() {
    return NavEntry.menu("harvest.nav.starter", "/starter-set", Role.COORDINATOR, 60);
  }
}
