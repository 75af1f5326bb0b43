package eu.metacluster.platform;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * One day for all: the process lives in the partnership's time zone ({@code metacluster.time-zone})
 * whatever the machine's is. The connections to the database tell it this zone when they are
 * opened, so that {@code current_date}, {@code LocalDate.now()} and the pages name the same day at
 * any hour.
 */
@Configuration(proxyBeanMethods = false)
class PartnershipDay {

  /**
   * Sets the zone before any other bean is made.
   *
   * @throws IllegalStateException when there is no such zone
   */
  @Bean
  static BeanFactoryPostProcessor partnershipZone(Environment environment) {
    String name = environment.getRequiredProperty("metacluster.time-zone").strip();
    return beans -> {
      try {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(name)));
      } catch (DateTimeException e) {
        throw new IllegalStateException(
            "metacluster.time-zone names no time zone: \"%s\". One is written like Europe/Brussels."
                .formatted(name),
            e);
      }
    };
  }
}
