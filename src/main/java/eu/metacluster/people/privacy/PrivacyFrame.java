package eu.metacluster.people.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long this module keeps things, why it has them, and the way to the pages about it. */
@Configuration(proxyBeanMethods = false)
class PrivacyFrame {

  private static final int MENU = 72;
  private static final int NOTICE_DAYS = 180;
  private static final int STOP_LINK_DAYS = 400;
  private static final int LINK_DAYS = 30;

  @Bean
  RecurringTask<Void> retentionTask(Retention retention) {
    return Tasks.recurring("people-retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 40)))
        .execute((instance, context) -> retention.apply(null));
  }

  @Bean
  NavEntry processingEntry() {
    return NavEntry.menu("people.nav.processing", "/processing", Role.COORDINATOR, MENU);
  }

  /** News that are not about a person's own work. */
  @Bean
  ConsentPurpose newsConsent() {
    return new ConsentPurpose("people.consent.news", 1);
  }

  @Bean
  RetentionRule oldNotices(JdbcClient jdbc) {
    return new OldRows(
        jdbc, "people.retention.notices", NOTICE_DAYS, "from people.notice where created_at < ?");
  }

  @Bean
  RetentionRule oldStopLinks(JdbcClient jdbc) {
    return new OldRows(
        jdbc,
        "people.retention.stopLinks",
        STOP_LINK_DAYS,
        "from people.notice_stop where created_at < ?");
  }

  @Bean
  RetentionRule oldLinks(JdbcClient jdbc) {
    return new OldRows(
        jdbc, "people.retention.links", LINK_DAYS, "from people.link where expires_at < ?");
  }

  /** Accounts that were closed long ago are erased as if their owners had asked. */
  @Bean
  RetentionRule closedAccounts(JdbcClient jdbc, Erasure erasure) {
    return new ClosedAccounts(jdbc, erasure);
  }

  @Bean
  ProcessingActivity accountsActivity() {
    return new ProcessingActivity("people.processing.accounts", ProcessingActivity.Basis.CONTRACT);
  }

  @Bean
  ProcessingActivity noticesActivity() {
    return new ProcessingActivity("people.processing.notices", ProcessingActivity.Basis.INTEREST);
  }

  @Bean
  ProcessingActivity consentsActivity() {
    return new ProcessingActivity(
        "people.processing.consents", ProcessingActivity.Basis.OBLIGATION);
  }

  @Bean
  ProcessingActivity journalActivity() {
    return new ProcessingActivity("people.processing.journal", ProcessingActivity.Basis.INTEREST);
  }
}
