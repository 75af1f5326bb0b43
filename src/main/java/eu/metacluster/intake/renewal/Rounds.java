package eu.metacluster.intake.renewal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.letters.Letters;
import eu.metacluster.intake.permission.Permissions;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.screening.clock.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
  private static final int CHUNK = 500;

  private final Submissions submissions;
  private final Permissions permissions;
  private final Records records;
  private final Letters letters;
  private final Calendars calendars;
  private final Campaigns campaigns;

  Rounds(
      Submissions submissions,
      Permissions permissions,
      Records records,
      Letters letters,
      Calendars calendars,
      Campaigns campaigns) {
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
    UUID after = null;
    List<Submission> some = submissions.page(after, CHUNK);
    while (!some.isEmpty()) {
      Map<UUID, GridRecord> known =
          records.all(
              some.stream()
                  .map(Submission::record)
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
      some.forEach(given -> ask(given, known.get(given.record()), today));
      after = some.getLast().id();
      some = submissions.page(after, CHUNK);
    }
  }

  private void ask(Submission given, @Nullable GridRecord record, LocalDate today) {
    LocalDate until = record == null ? null : record.revalidateOn();
    boolean shown =
        record != null
            && (record.state() == RecordState.PUBLISHED || record.state() == RecordState.DUE);
    if (shown && until != null && !until.isAfter(today.plusDays(AHEAD))) {
      letters.stillTrue(given.id(), "still true " + until);
    }
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
