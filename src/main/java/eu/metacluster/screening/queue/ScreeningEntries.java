package eu.metacluster.screening.queue;

import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.FooterLine;
import eu.metacluster.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways into this module that every page offers. */
@Configuration(proxyBeanMethods = false)
class ScreeningEntries {

  @Bean
  NavEntry queueEntry() {
    return NavEntry.bar("screening.nav.queue", "/queue", Role.COMMITTEE, 60);
  }

  @Bean
  FooterLine howWeDecideLine() {
    return new FooterLine("screening.nav.how", "/how-we-decide", 20);
  }
}
