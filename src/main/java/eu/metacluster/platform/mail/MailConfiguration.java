package eu.metacluster.platform.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Empties the outbox every few seconds and shows administrators the way to it. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  private static final int SECONDS = 5;
  private static final int LAST = 90;

  @Bean
  RecurringTask<Void> sendMail(Outbox outbox) {
    return Tasks.recurring("mail", FixedDelay.ofSeconds(SECONDS))
        .execute((task, context) -> outbox.work());
  }

  @Bean
  NavEntry mailboxEntry() {
    return NavEntry.menu("platform.nav.mailbox", "/mailbox", Role.ADMINISTRATOR, LAST);
  }
}
