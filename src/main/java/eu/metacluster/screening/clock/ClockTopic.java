package eu.metacluster.screening.clock;

import eu.metacluster.people.notices.Frequency;
import eu.metacluster.people.notices.Topic;
import eu.metacluster.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A reminder of the clock comes on the day that it is about. */
@Configuration(proxyBeanMethods = false)
class ClockTopic {

  static final String REMINDERS = "screening.topic.reminders";

  @Bean
  Topic reminderTopic() {
    return new Topic(REMINDERS, Frequency.AT_ONCE, Role.COMMITTEE);
  }
}
