package eu.metacluster.screening.covering;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.people.notices.Frequency;
import eu.metacluster.people.notices.Topic;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.queue.Assignments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks now and then whose absence begins or ends, and has a topic of its own. */
@Configuration(proxyBeanMethods = false)
class CoveringFrame {

  static final String TOPIC = "screening.topic.standingIn";

  private static final int SECONDS = 600;

  @Bean
  Topic standingInTopic() {
    return new Topic(TOPIC, Frequency.AT_ONCE, Role.COMMITTEE);
  }

  @Bean
  RecurringTask<Void> handOverCases(
      ObjectProvider<Assignments> assignments, ObjectProvider<HeldRoles> roles) {
    return Tasks.recurring("screening-stand-ins", FixedDelay.ofSeconds(SECONDS))
        .execute((task, context) -> assignments.getObject().handOver(roles.getObject().today()));
  }
}
