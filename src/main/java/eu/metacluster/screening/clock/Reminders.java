package eu.metacluster.screening.clock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.people.People;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.screening.away.Absences;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
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
 * Reminds the committee of what people handed in on the 7th, 10th and 13th day of its clock, in
 * office hours only and in one letter, and lifts what is late to the top of the queue.
 */
@Component
class Reminders {

  private static final List<Integer> DAYS = List.of(7, 10, 13);
  private static final int OPENS = 9;
  private static final int CLOSES = 17;
  private static final int NAMED = 20;

  private static final String RUNNING =
      """
      from screening.case c where c.state = 'open'
        and c.lead in (select record from screening.receipt)
        and not exists (select 1 from screening.pause p where p.case_id = c.id and p.until is null)""";

  private final JdbcClient jdbc;
  private final Calendars calendars;
  private final Notices notices;
  private final People people;
  private final Absences absences;
  private final SiteAddress site;

  Reminders(
      JdbcClient jdbc,
      Calendars calendars,
      Notices notices,
      People people,
      Absences absences,
      SiteAddress site) {
    this.jdbc = jdbc;
    this.calendars = calendars;
    this.notices = notices;
    this.people = people;
    this.absences = absences;
    this.site = site;
  }

  private record Waiting(UUID id, int round, String title, LocalDate due) {}

  /** Looks whether somebody is to be reminded at this moment where the partnership works. */
  @Transactional
  public void work(LocalDateTime now) {
    lift(now.toLocalDate());
    WorkingCalendar calendar = calendars.current();
    boolean office = now.getHour() >= OPENS && now.getHour() < CLOSES;
    if (!office || !calendar.works(now.toLocalDate())) {
      return;
    }
    List<Waiting> remind = new ArrayList<>();
    for (Waiting one : waiting()) {
      int day = day(calendar, one, now.toLocalDate());
      if (day > 0 && first(one, day)) {
        remind.add(one);
      }
    }
    if (!remind.isEmpty()) {
      tell(remind, now.toLocalDate());
    }
  }

  /** The last of the days that this clock has come to, 0 before the first. */
  private static int day(WorkingCalendar calendar, Waiting one, LocalDate today) {
    int reached = 0;
    for (int day : DAYS) {
      LocalDate on = calendar.workingDayUpTo(one.due().minusDays(WorkingCalendar.DAYS - day));
      if (!today.isBefore(on)) {
        reached = day;
      }
    }
    return reached;
  }

  private List<Waiting> waiting() {
    return jdbc.sql(
            "select c.id, c.round, c.title, c.due_on " + RUNNING + " order by c.due_on, c.id")
        .query(
            (row, n) ->
                new Waiting(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    row.getString(3),
                    row.getObject(4, LocalDate.class)))
        .list();
  }

  private boolean first(Waiting one, int day) {
    return jdbc.sql(
                """
                insert into screening.reminder (case_id, round, day) values (:id, :round, :day)
                on conflict do nothing""")
            .param("id", one.id())
            .param("round", one.round())
            .param("day", day)
            .update()
        > 0;
  }

  private void tell(List<Waiting> waiting, LocalDate today) {
    StringBuilder titles = new StringBuilder();
    waiting.stream()
        .limit(NAMED)
        .forEach(
            one ->
                titles
                    .append("– ")
                    .append(one.due())
                    .append("  ")
                    .append(one.title())
                    .append('\n'));
    notices.tell(
        reminded(today),
        ClockTopic.REMINDERS,
        "/queue?show=handed",
        "screening.mail.remind.subject",
        "screening.mail.remind.text",
        waiting.size(),
        titles.toString(),
        site.of("/queue?show=handed"));
  }

  /** The committee of today: who is away hears nothing, and who stands in does. */
  private Set<UUID> reminded(LocalDate today) {
    Set<UUID> reminded = new HashSet<>(people.acting(Role.COMMITTEE));
    for (UUID away : absences.on(today).keySet()) {
      if (reminded.remove(away)) {
        absences.acting(away, today).ifPresent(reminded::add);
      }
    }
    return reminded;
  }

  /** What is late stands before everything else. */
  private void lift(LocalDate today) {
    jdbc.sql(
            "update screening.case set priority = 2 + usefulness, pick = 'due' where id in (select c.id "
                + RUNNING
                + " and c.due_on < :today and c.priority < 2)")
        .param("today", today)
        .update();
  }

  /** Makes the task that looks every ten minutes. */
  @Configuration(proxyBeanMethods = false)
  static class Task {

    private static final int SECONDS = 600;

    @Bean
    RecurringTask<Void> remindCommittee(
        ObjectProvider<Reminders> reminders, ObjectProvider<Calendars> calendars) {
      return Tasks.recurring("screening-reminders", FixedDelay.ofSeconds(SECONDS))
          .execute((task, context) -> reminders.getObject().work(calendars.getObject().now()));
    }
  }
}
