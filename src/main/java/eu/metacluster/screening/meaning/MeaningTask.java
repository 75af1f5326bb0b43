package eu.metacluster.screening.meaning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Makes vectors while nothing is imported, a few at a time, the most useful cases first, and gives
 * the model's memory back when there are no more. What the linear model puts far out of scope is
 * left alone: nobody reads that far.
 */
@Component
class MeaningTask {

  private static final int AT_ONCE = 16;

  private final Meanings meanings;
  private final Embeddings embeddings;
  private final double least;
  private final int quiet;

  MeaningTask(
      Meanings meanings,
      Embeddings embeddings,
      @Value("${metacluster.model.least:0.02}") double least,
      @Value("${metacluster.model.quiet-seconds:120}") int quiet) {
    this.meanings = meanings;
    this.embeddings = embeddings;
    this.least = least;
    this.quiet = quiet;
  }

  /** Works until nothing waits, somebody imports, or the product stops. Says how many it made. */
  int run(BooleanSupplier stopping) {
    int made = 0;
    try {
      while (!stopping.getAsBoolean() && !meanings.busy(quiet)) {
        List<UUID> next = meanings.waiting(least, AT_ONCE);
        if (next.isEmpty()) {
          break;
        }
        meanings.make(next);
        made += next.size();
      }
    } finally {
      embeddings.release();
    }
    return made;
  }

  /** By the clock. */
  @Configuration(proxyBeanMethods = false)
  static class MeaningTasks {

    @Bean
    RecurringTask<Void> embedTexts(ObjectProvider<MeaningTask> task) {
      return Tasks.recurring("screening-embed", FixedDelay.of(Duration.ofSeconds(60)))
          .execute(
              (instance, context) ->
                  task.getObject().run(() -> context.getSchedulerState().isShuttingDown()));
    }
  }
}
