package eu.metacluster.intake.renewal;

import eu.metacluster.people.notices.Frequency;
import eu.metacluster.people.notices.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The question whether a record is still true comes at once unless its reader chose otherwise. */
@Configuration(proxyBeanMethods = false)
class RenewalTopic {

  static final String KEY = "intake.topic.stillTrue";

  @Bean
  Topic stillTrueTopic() {
    return new Topic(KEY, Frequency.AT_ONCE, null);
  }
}
