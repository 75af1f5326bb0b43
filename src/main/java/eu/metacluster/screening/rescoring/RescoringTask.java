package eu.metacluster.screening.rescoring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every few seconds, on one node at a time, whether cases are to be scored again; counts them
 * only after something changed.
 */
@Configuration(proxyBeanMethods = false)
class RescoringTask {

  @Bean
  RecurringTask<Void> scoreAgain(
      ObjectProvider<Rescoring> rescoring, ObjectProvider<Stirrings> stirrings) {
    return Tasks.recurring("screening-rescore", FixedDelay.of(Duration.ofSeconds(3)))
        .execute(
            (instance, context) -> {
              if (stirrings.getObject().due()) {
                rescoring.getObject().run(() -> context.getSchedulerState().isShuttingDown());
              }
            });
  }
}
