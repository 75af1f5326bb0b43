package eu.metacluster.intake.renewal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.grid.Aging;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.letters.Letters;
import eu.metacluster.intake.permission.Permissions;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.screening.clock.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes its round on working days: reminds owners who have not answered, asks owners whether what is
 * public is still true before its time runs out, and forgets abandoned drafts. What nobody confirms
 * comes to the committee when its time has run out.
 */
@Component
class Rounds {

  /** Days before a record is due for re-validation on which its owner is asked. */
  static final int AHEAD = 30;

  private static final List<Integer> REMIND = List.of(7, 14);
  private static final int CHUNK = 5_000;
  private static final int KEPT = 400;

  private final Submissions submissions;
  private final Permissions permissions;
  private final Records records;
  private final Aging aging;
  private final Owners owners;
  private final Asking asking;
  private final AskedRows askedRows;
  private final Letters letters;
  private final Calendars calendars;
  private final Campaigns campaigns;

  Rounds(
      Submissions submissions,
      Permissions permissions,
      Records records,
      Letters letters,
      Calendars calendars,
      Campaigns campaigns,
      Aging aging,
      Owners owners,
      Asking asking,
      AskedRows askedRows) {
    this.aging = aging;
    this.owners = owners;
    this.asking = asking;
    this.askedRows = askedRows;
    this.campaigns = campaigns;
    this.submissions = submissions;
    this.permissions = permissions;
    this.records = records;
    this.letters = letters;
    this.calendars = calendars;
  }

  /** One round on this day. */
  @Transactional
  public void go(LocalDate today) {
    submissions.tidy();
    campaigns.passOnUnreachable();
    if (calendars.current().works(today)) {
      remind(today);
      askAgain(today);
    }
  }

  private void remind(LocalDate today) {
    Instant now = today.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    permissions
        .unanswered()
        .forEach(
            (id, asked) ->
                REMIND.stream()
                    .filter(days -> asked.plus(Duration.ofDays(days)).isBefore(now))
                    .max(Integer::compare)
                    .ifPresent(days -> letters.remind(id, "remind " + asked + " " + days)));
  }

  private void askAgain(LocalDate today) {
    askedRows.forgetBefore(today.minusDays(KEPT));
    List<UUID> due = aging.dueBy(today.plusDays(AHEAD));
    for (int from = 0; from < due.size(); from += CHUNK) {
      ask(due.subList(from, Math.min(due.size(), from + CHUNK)));
    }
  }

  private void ask(List<UUID> due) {
    Map<UUID, GridRecord> known = records.all(due);
    List<Asked> all = owners.of(due);
    Set<UUID> askedNow =
        askedRows.askedNow(all.stream().map(Asked::submission).filter(Objects::nonNull).toList());
    List<Asked> told = new ArrayList<>();
    for (Asked owner : all) {
      GridRecord record = known.get(owner.record());
      LocalDate until = record == null ? null : record.revalidateOn();
      UUID submission = owner.submission();
      if (until != null && submission != null && !askedNow.contains(submission)) {
        letters.stillTrue(submission, "still true " + until);
      } else if (until != null && submission == null && askedRows.inTime(owner, until)) {
        told.add(owner);
      }
    }
    askedRows.sent(asking.send(told, false));
  }

  /** Makes the task that goes the round every few hours. */
  @Configuration(proxyBeanMethods = false)
  static class Task {

    private static final int HOURS = 4;

    @Bean
    RecurringTask<Void> intakeRounds(
        ObjectProvider<Rounds> rounds, ObjectProvider<Calendars> calendars) {
      return Tasks.recurring("intake-rounds", FixedDelay.ofHours(HOURS))
          .execute((task, context) -> rounds.getObject().go(calendars.getObject().today()));
    }
  }
}
