package eu.metacluster.intake.form;

import eu.metacluster.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the form in the top bar. */
@Configuration(proxyBeanMethods = false)
class WayIn {

  private static final int AFTER_THE_MAP = 40;

  @Bean
  NavEntry addEntry() {
    return NavEntry.bar("intake.nav.add", "/add", null, AFTER_THE_MAP);
  }
}
