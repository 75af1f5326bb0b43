package eu.metacluster.screening.privacy;

import eu.metacluster.people.privacy.OldRows;
import eu.metacluster.people.privacy.ProcessingActivity;
import eu.metacluster.people.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why the committee's work holds data about people, and how long. */
@Configuration(proxyBeanMethods = false)
class ScreeningRecords {

  private static final int INTEREST_DAYS = 1825;
  private static final int SKIP_DAYS = 365;
  private static final int ABSENCE_DAYS = 730;

  @Bean
  ProcessingActivity committeeActivity() {
    return new ProcessingActivity(
        "screening.processing.committee", ProcessingActivity.Basis.INTEREST);
  }

  /** As long as somebody may ask whether a decision was free of interests. */
  @Bean
  RetentionRule endedInterests(JdbcClient jdbc) {
    return new OldRows(
        jdbc,
        "screening.retention.interests",
        INTEREST_DAYS,
        "from screening.interest where ended_at < ?");
  }

  @Bean
  RetentionRule oldAbsences(JdbcClient jdbc) {
    return new OldRows(
        jdbc,
        "screening.retention.absences",
        ABSENCE_DAYS,
        "from screening.absence where to_day < ?");
  }

  @Bean
  RetentionRule oldSkips(JdbcClient jdbc) {
    return new OldRows(
        jdbc, "screening.retention.skips", SKIP_DAYS, "from screening.skip where at < ?");
  }
}
