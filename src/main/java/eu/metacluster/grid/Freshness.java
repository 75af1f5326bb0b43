package eu.metacluster.grid;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets facts go stale: every night, public records whose re-validation date has passed become due,
 * which is said on their page and brings them back to the committee.
 */
@Configuration(proxyBeanMethods = false)
class Freshness {

  private final JdbcClient jdbc;
  private final Publication publication;
  private final TransactionTemplate transaction;

  Freshness(JdbcClient jdbc, Publication publication, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.publication = publication;
    this.transaction = transaction;
  }

  @Bean
  RecurringTask<Void> freshnessTask() {
    return Tasks.recurring("grid-freshness", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 10)))
        .execute((instance, context) -> expire());
  }

  /** Moves what is past its date; returns how many. */
  int expire() {
    Integer moved =
        transaction.execute(
            status -> {
              List<UUID> stale =
                  jdbc.sql(
                          """
                          select id from grid.record
                          where state = 'published' and revalidate_on < current_date""")
                      .query(UUID.class)
                      .list();
              publication.move(
                  stale, RecordState.DUE, "time", new Lifecycle.Reason(null, null, null));
              return stale.size();
            });
    return moved == null ? 0 : moved;
  }
}
