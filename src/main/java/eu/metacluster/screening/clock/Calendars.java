package eu.metacluster.screening.clock;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The working calendar as it is kept, and which day it is where the partnership works. */
@Component
public class Calendars {

  private static final int FAR = 5;
  private static final int LONGEST = 100;

  private final JdbcClient jdbc;
  private final ZoneId zone;
  private final Clock clock;
  private final Journal journal;

  Calendars(JdbcClient jdbc, Journal journal, @Value("${metacluster.time-zone}") ZoneId zone) {
    this.journal = journal;
    this.jdbc = jdbc;
    this.zone = zone;
    this.clock = Clock.system(zone);
  }

  /**
   * A day on which nobody works.
   *
   * @param occasion of the institutions' list, null for an own day
   * @param name what an own day is called
   */
  public record FreeDay(LocalDate day, @Nullable String occasion, String name) {}

  /** The calendar as it stands. */
  public WorkingCalendar current() {
    return new WorkingCalendar(
        new HashSet<>(
            jdbc.sql("select day from screening.free_day").query(LocalDate.class).list()));
  }

  /** How many working days there are from today to a day; asks for the free days between only. */
  public int workingDaysUntil(LocalDate day) {
    LocalDate today = today();
    Set<LocalDate> free =
        between(today, day).stream().map(FreeDay::day).collect(Collectors.toSet());
    return new WorkingCalendar(free).workingDays(today, day);
  }

  /** How much is left until each of these days; asks for the free days between only. */
  public Map<LocalDate, TimeLeft> left(Collection<LocalDate> dues) {
    LocalDate today = today();
    LocalDate first = dues.stream().min(LocalDate::compareTo).orElse(today);
    LocalDate last = dues.stream().max(LocalDate::compareTo).orElse(today);
    Set<LocalDate> free =
        between(first.isBefore(today) ? first : today, last.isAfter(today) ? last : today).stream()
            .map(FreeDay::day)
            .collect(Collectors.toSet());
    WorkingCalendar calendar = new WorkingCalendar(free);
    return dues.stream()
        .distinct()
        .collect(Collectors.toMap(due -> due, due -> TimeLeft.of(calendar, today, due)));
  }

  /** How much is left until this day. */
  public TimeLeft left(LocalDate due) {
    return Objects.requireNonNull(left(List.of(due)).get(due));
  }

  /** Today, where the partnership works. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The time of day where the partnership works. */
  LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  /** The time zone of where the partnership works. */
  ZoneId zone() {
    return zone;
  }

  /** The day of a moment, where the partnership works. */
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The free days of a time, in order. */
  public List<FreeDay> between(LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            select day, occasion, name from screening.free_day where day between :first and :last
            order by day""")
        .param("first", first)
        .param("last", last)
        .query(
            (row, n) ->
                new FreeDay(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3)))
        .list();
  }

  /**
   * Nobody works on this day.
   *
   * @throws Refusal MC-1523 when it is too far away, MC-1524 without a name
   */
  @Transactional
  public void free(UUID actor, LocalDate day, String name) {
    if (day.isBefore(today().minusYears(1)) || day.isAfter(today().plusYears(FAR))) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1523", "screening.error.day");
    }
    if (name.isBlank() || name.length() > LONGEST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1524", "screening.error.dayName", LONGEST);
    }
    int added =
        jdbc.sql(
                "insert into screening.free_day (day, name) values (:day, :name) on conflict do nothing")
            .param("day", day)
            .param("name", name)
            .update();
    note(added, actor, day, true);
  }

  /** People work on this day after all. */
  @Transactional
  public void work(UUID actor, LocalDate day) {
    int removed =
        jdbc.sql("delete from screening.free_day where day = :day").param("day", day).update();
    note(removed, actor, day, false);
  }

  private void note(int changed, UUID actor, LocalDate day, boolean free) {
    if (changed > 0) {
      journal.append(
          new NewEntry(
              free ? "screening.day-freed" : "screening.day-worked",
              null,
              actor,
              Map.of("day", day.toString())));
    }
  }
}
