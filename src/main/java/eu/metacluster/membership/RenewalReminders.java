package eu.metacluster.membership;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.people.notices.Frequency;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.people.notices.Topic;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.SiteAddress;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who administer a member 60, 30 and 7 days before its membership ends that it can be
 * renewed, once each; the coordinators when nobody administers it. Whoever withdrew is not asked.
 */
@Component
class RenewalReminders {

  static final String TOPIC = "membership.topic.renewal";

  private static final List<Integer> DAYS = List.of(60, 30, 7);

  private final JdbcClient jdbc;
  private final Entities entities;
  private final Administrators administrators;
  private final Notices notices;
  private final SiteAddress site;

  RenewalReminders(
      JdbcClient jdbc,
      Entities entities,
      Administrators administrators,
      Notices notices,
      SiteAddress site) {
    this.jdbc = jdbc;
    this.entities = entities;
    this.administrators = administrators;
    this.notices = notices;
    this.site = site;
  }

  private record Ending(UUID entity, LocalDate day) {}

  /** Tells what is to be told on this day. */
  @Transactional
  public void remind(LocalDate today) {
    for (Ending ending : ending(today)) {
      long left = ChronoUnit.DAYS.between(today, ending.day());
      DAYS.stream()
          .filter(days -> left <= days)
          .min(Integer::compare)
          .filter(days -> first(ending, days))
          .ifPresent(days -> tell(ending, today));
    }
  }

  private List<Ending> ending(LocalDate today) {
    return jdbc.sql(
            """
            select p.entity, max(p.to_day) from membership.period p
            where p.from_day <= :today and p.to_day between :today and :last and p.ended_by is null
              and not exists (select 1 from membership.period q
                where q.entity = p.entity and q.from_day > p.from_day)
            group by p.entity order by 2, 1""")
        .param("today", today)
        .param("last", today.plusDays(DAYS.getFirst()))
        .query(
            (row, n) -> new Ending(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
        .list();
  }

  private boolean first(Ending ending, int days) {
    return jdbc.sql(
                """
                insert into membership.reminder (entity, to_day, days) values (?, ?, ?)
                on conflict do nothing""")
            .params(ending.entity(), ending.day(), days)
            .update()
        > 0;
  }

  private void tell(Ending ending, LocalDate today) {
    Entity entity = entities.find(ending.entity(), today).orElseThrow();
    String path = "/membership/" + entity.handle();
    Set<UUID> people = administrators.of(ending.entity()).keySet();
    String subject = "membership.mail.renewal.subject";
    String text = "membership.mail.renewal.text";
    if (people.isEmpty()) {
      notices.tell(
          Role.COORDINATOR, TOPIC, path, subject, text, entity.name(), ending.day(), site.of(path));
    } else {
      notices.tell(people, TOPIC, path, subject, text, entity.name(), ending.day(), site.of(path));
    }
  }

  /** Makes the task that looks every few hours, and the topic of its notices. */
  @Configuration(proxyBeanMethods = false)
  static class Task {

    private static final int HOURS = 6;

    @Bean
    RecurringTask<Void> membershipReminders(
        ObjectProvider<RenewalReminders> reminders, ObjectProvider<HeldRoles> roles) {
      return Tasks.recurring("membership-reminders", FixedDelay.ofHours(HOURS))
          .execute((task, context) -> reminders.getObject().remind(roles.getObject().today()));
    }

    @Bean
    Topic renewalTopic() {
      return new Topic(TOPIC, Frequency.AT_ONCE, null);
    }
  }
}
