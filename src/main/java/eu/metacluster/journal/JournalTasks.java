package eu.metacluster.journal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the journal does by the clock. */
@Configuration(proxyBeanMethods = false)
class JournalTasks {

  private static final LocalTime NIGHT = LocalTime.of(3, 30);

  @Bean
  RecurringTask<Void> verifyJournal(Verifications verifications) {
    return Tasks.recurring("journal-verify", Schedules.daily(NIGHT))
        .execute((task, context) -> verifications.run());
  }
}
