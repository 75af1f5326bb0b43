package eu.metacluster.intake.privacy;

import eu.metacluster.people.privacy.OldRows;
import eu.metacluster.people.privacy.ProcessingActivity;
import eu.metacluster.people.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why the way in holds data about people, and how long. */
@Configuration(proxyBeanMethods = false)
class IntakeRecords {

  private static final int DRAFT_DAYS = 30;
  private static final int UNCONFIRMED_DAYS = 7;
  private static final int SENDER_DAYS = 1095;
  private static final int MAIL_DAYS = 1095;

  @Bean
  ProcessingActivity submissionsActivity() {
    return new ProcessingActivity(
        "intake.processing.submissions", ProcessingActivity.Basis.CONTRACT);
  }

  @Bean
  ProcessingActivity permissionsActivity() {
    return new ProcessingActivity(
        "intake.processing.permissions", ProcessingActivity.Basis.CONSENT);
  }

  @Bean
  RetentionRule oldDrafts(JdbcClient jdbc) {
    return new OldRows(
        jdbc,
        "intake.retention.drafts",
        DRAFT_DAYS,
        "from intake.submission where state = 'draft' and changed_at < ?");
  }

  @Bean
  RetentionRule unconfirmed(JdbcClient jdbc) {
    return new OldRows(
        jdbc,
        "intake.retention.unconfirmed",
        UNCONFIRMED_DAYS,
        "from intake.submission where state = 'sent' and sent_at < ?");
  }

  /** Whoever permitted what is shown is asked now and then whether it is true; others are not. */
  @Bean
  RetentionRule oldSenders(JdbcClient jdbc) {
    return new OldRows(
        jdbc,
        "intake.retention.senders",
        SENDER_DAYS,
        """
        from intake.person p where not exists (select from intake.permission r
          where r.submission = p.submission and r.answer = 'yes')
        and (select s.received_at from intake.submission s where s.id = p.submission) < ?""");
  }

  @Bean
  RetentionRule oldMails(JdbcClient jdbc) {
    return new OldRows(
        jdbc,
        "intake.retention.mails",
        MAIL_DAYS,
        "from intake.mail where outcome in ('automatic', 'refused') and at < ?");
  }
}
