package eu.metacluster.harvest.runs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands runs to the scheduler, and finds those that a killed process left behind. */
@Component
class RunQueue {

  private static final String TASK = "harvest-run";

  private final Runs runs;
  private final ObjectProvider<SchedulerClient> scheduler;

  RunQueue(Runs runs, ObjectProvider<SchedulerClient> scheduler) {
    this.runs = runs;
    this.scheduler = scheduler;
  }

  /** Queues a run and has it started at once. */
  @Transactional
  long start(long source, String location, boolean dry, @Nullable UUID actor) {
    long id = runs.queue(source, location, dry, actor);
    schedule(id);
    return id;
  }

  /** Has a run started that is queued already. */
  void begin(long id) {
    schedule(id);
  }

  void revive() {
    runs.abandoned().forEach(this::schedule);
  }

  private void schedule(long id) {
    scheduler
        .getObject()
        .scheduleIfNotExists(new TaskInstance<Void>(TASK, String.valueOf(id)), Instant.now());
  }

  /** The scheduler's tasks; both survive a node that dies while it does them. */
  @Configuration(proxyBeanMethods = false)
  static class RunTasks {

    @Bean
    OneTimeTask<Void> harvestRun(ObjectProvider<RunWorker> worker) {
      return Tasks.oneTime(TASK)
          .onDeadExecutionRevive()
          .execute(
              (instance, context) -> worker.getObject().work(Long.parseLong(instance.getId())));
    }

    @Bean
    RecurringTask<Void> harvestRevival(ObjectProvider<RunQueue> queue) {
      return Tasks.recurring("harvest-revival", FixedDelay.of(Duration.ofSeconds(4)))
          .execute((instance, context) -> queue.getObject().revive());
    }

    @Bean
    RecurringTask<Void> harvestTimetable(ObjectProvider<Timetable> timetable) {
      return Tasks.recurring("harvest-timetable", FixedDelay.of(Duration.ofSeconds(10)))
          .execute((instance, context) -> timetable.getObject().startDue());
    }
  }
}
