package eu.metacluster.discovery.pages;

import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways into the public grid in the top bar. */
@Configuration(proxyBeanMethods = false)
class Navigation {

  private static final int FOLLOWS = 20;

  @Bean
  NavEntry gridEntry() {
    return NavEntry.bar("discovery.nav.grid", "/grid", null, 10);
  }

  @Bean
  NavEntry organisationsEntry() {
    return NavEntry.bar("discovery.nav.organisations", "/organisations", null, 20);
  }

  @Bean
  NavEntry mapEntry() {
    return NavEntry.bar("discovery.nav.map", "/map", null, 30);
  }

  @Bean
  NavEntry overviewEntry() {
    return NavEntry.bar("discovery.nav.overview", "/overview", null, 35);
  }

  @Bean
  NavEntry followsEntry() {
    return NavEntry.menu("discovery.nav.follows", "/follows", Role.MEMBER, FOLLOWS);
  }
}
