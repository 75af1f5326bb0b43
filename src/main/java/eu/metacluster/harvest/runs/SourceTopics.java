package eu.metacluster.harvest.runs;

import eu.metacluster.people.notices.Frequency;
import eu.metacluster.people.notices.Topic;
import eu.metacluster.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What coordinators are told of sources. An alarm cannot wait for a week. */
@Configuration(proxyBeanMethods = false)
class SourceTopics {

  static final String ALARMS = "harvest.topic.alarms";

  @Bean
  Topic alarmTopic() {
    return new Topic(ALARMS, Frequency.AT_ONCE, Role.COORDINATOR);
  }
}
