package eu.metacluster.intake.mailbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.people.privacy.OldRows;
import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.ProcessingActivity;
import eu.metacluster.people.privacy.RetentionRule;
import eu.metacluster.people.privacy.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the letterbox does by itself, and how long it keeps what it took. */
@Configuration(proxyBeanMethods = false)
class MailboxFrame {

  private static final int SECONDS = 60;
  private static final int DAYS = 30;

  /** What came while nothing ran, or failed before. */
  @Bean
  RecurringTask<Void> letterboxTask(LetterboxWork work) {
    return Tasks.recurring("letterbox", FixedDelay.ofSeconds(SECONDS))
        .execute((task, context) -> work.work());
  }

  @Bean
  RetentionRule oldLetters(JdbcClient jdbc) {
    return new OldRows(
        jdbc, "intake.retention.letterbox", DAYS, "from intake.letterbox where taken_at < ?");
  }

  @Bean
  PersonalData lettersHeld(LetterboxRows rows) {
    return new PersonalData() {
      @Override
      public String key() {
        return "intake.data.letterbox";
      }

      @Override
      public List<Map<String, Object>> export(Subject subject) {
        return rows.of(subject.email());
      }

      @Override
      public void erase(Subject subject) {
        rows.forget(subject.email());
      }
    };
  }

  @Bean
  ProcessingActivity lettersActivity() {
    return new ProcessingActivity("intake.processing.letterbox", ProcessingActivity.Basis.INTEREST);
  }
}
