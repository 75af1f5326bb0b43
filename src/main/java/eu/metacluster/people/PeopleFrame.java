package eu.metacluster.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import eu.metacluster.journal.SubjectLinks;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the frame of other pages. */
@Configuration(proxyBeanMethods = false)
class PeopleFrame {

  private static final int DESK = 50;
  private static final int ACCOUNT = 10;
  private static final int PEOPLE = 80;

  /** A role with an end gives way to that of a plain member the day after. */
  @Bean
  RecurringTask<Void> endRoles(
      HeldRoles roles, Accounts accounts, ObjectProvider<Sessions> sessions) {
    return Tasks.recurring("people-roles", Schedules.daily(ZoneOffset.UTC, LocalTime.of(0, 5)))
        .execute(
            (instance, context) ->
                roles
                    .ended()
                    .forEach(
                        id -> {
                          accounts.give(id, Role.MEMBER, null, null);
                          sessions.ifAvailable(each -> each.endAll(id));
                        }));
  }

  @Bean
  NavEntry deskEntry() {
    return NavEntry.bar("people.nav.desk", "/desk", Role.MEMBER, DESK);
  }

  @Bean
  NavEntry accountEntry() {
    return NavEntry.menu("people.nav.account", "/account", Role.MEMBER, ACCOUNT);
  }

  @Bean
  NavEntry peopleEntry() {
    return NavEntry.menu("people.nav.people", "/people", Role.ADMINISTRATOR, PEOPLE);
  }

  /** Names accounts on the journal's page. */
  @Bean
  SubjectLinks accountLinks(People people) {
    return subjects -> {
      Map<UUID, SubjectLinks.SubjectLink> links = new HashMap<>();
      people
          .names(subjects)
          .forEach((id, name) -> links.put(id, new SubjectLinks.SubjectLink(name, "/people")));
      return links;
    };
  }

  /** Reminds administrators of mails that cannot leave. */
  @Bean
  DeskItems waitingMails(Mailer mailer) {
    return person -> {
      long waiting =
          person.role() == Role.ADMINISTRATOR && !mailer.hasServer() ? mailer.waiting() : 0;
      return waiting == 0
          ? List.of()
          : List.of(new DeskItem("people.desk.mails", List.of(waiting), "/mailbox", null));
    };
  }
}
