package eu.metacluster.opendata.dumps;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A version every night. */
@Configuration(proxyBeanMethods = false)
class DumpTasks {

  private static final LocalTime NIGHT = LocalTime.of(2, 40);

  @Bean
  RecurringTask<Void> nightlyDump(ObjectProvider<DumpMaker> maker) {
    return Tasks.recurring("opendata-dump", Schedules.daily(NIGHT))
        .execute((task, context) -> maker.getObject().make(null));
  }
}
