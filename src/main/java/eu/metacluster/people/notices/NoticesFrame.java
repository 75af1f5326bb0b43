package eu.metacluster.people.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.people.DeskItem;
import eu.metacluster.people.DeskItems;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When mails are made, and where pages and the desk show notices. */
@Configuration(proxyBeanMethods = false)
class NoticesFrame {

  private static final int MENU = 15;
  private static final int UNDELIVERED = 70;
  private static final int SECONDS = 30;

  @Bean
  RecurringTask<Void> mailNotices(NoticeMails mails) {
    return Tasks.recurring("notices", FixedDelay.ofSeconds(SECONDS))
        .execute((task, context) -> mails.work());
  }

  @Bean
  NavEntry noticesEntry() {
    return NavEntry.menu("people.nav.notices", "/notices", Role.MEMBER, MENU);
  }

  @Bean
  NavEntry undeliveredEntry() {
    return NavEntry.menu(
        "people.nav.undelivered", "/notices/undelivered", Role.COORDINATOR, UNDELIVERED);
  }

  /** Tells a person, and coordinators of everybody, what could not be delivered. */
  @Bean
  DeskItems undeliveredNotices(Mailer mailer, NoticeList notices) {
    return person -> {
      List<Notice> lost = notices.carriedBy(mailer.undelivered().keySet());
      long mine =
          lost.stream().filter(each -> Objects.equals(each.account(), person.account())).count();
      if (mine > 0) {
        return List.of(new DeskItem("people.desk.lostMine", List.of(mine), "/notices", null));
      }
      return lost.isEmpty() || !person.role().covers(Role.COORDINATOR)
          ? List.of()
          : List.of(
              new DeskItem("people.desk.lost", List.of(lost.size()), "/notices/undelivered", null));
    };
  }
}
