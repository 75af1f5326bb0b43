package eu.metacluster.harvest.events;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.CleanText;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.values.ByteOffsets;
import eu.metacluster.harvest.values.Numbers;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads iCalendar files (RFC 5545). A repeated event gives its next few dates, each by itself; one
 * that was taken back stays, as cancelled; one that has passed out of the file is not gone.
 */
@Component
@Order(20)
final class ICalendarConnector implements WebConnector {

  /** Written down of a calendar whose next dates change though its text does not. */
  private static final String REPEATS = "repeats";

  private static final int HEAD = 1_000;
  private static final int MOST_DATES = 100;

  @Override
  public String id() {
    return "icalendar";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Terms.UNKNOWN;
  }

  @Override
  public List<Setting> settings() {
    return List.of(new Setting("dates", Setting.Type.NUMBER, "6"));
  }

  @Override
  public boolean recognises(Answer sample) {
    String head = sample.start(HEAD);
    int begin = head.indexOf("BEGIN:VCALENDAR");
    return begin >= 0 && head.substring(0, begin).chars().noneMatch(c -> c == '<' || c == '{');
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    Optional<Answer> answer =
        remote.remembered(REPEATS).isPresent()
            ? Optional.of(remote.get(remote.address()))
            : remote.fresh(remote.address());
    if (answer.isEmpty()) {
      return;
    }
    if (!recognises(answer.get())) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1465", "harvest.refusal.no_calendar");
    }
    new Pass(remote, reading, answer.get()).read();
  }

  /** One reading of one calendar. */
  private static final class Pass {

    private final Remote remote;
    private final Reading reading;
    private final Answer answer;
    private final int dates;
    private final LocalDate from;
    private final long snapshot;
    private final Set<String> keys = new HashSet<>();
    private final List<CalendarParts.Part> parts = new ArrayList<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<Problem> said = new HashSet<>();
    private boolean cancelled;
    private @Nullable ZoneId usual;

    Pass(Remote remote, Reading reading, Answer answer) throws IOException {
      this.remote = remote;
      this.reading = reading;
      this.answer = answer;
      this.dates = Numbers.between(remote.setting("dates"), 1, MOST_DATES);
      this.from = LocalDate.ofInstant(remote.startedAt(), ZoneOffset.UTC).minusDays(1);
      this.snapshot = remote.keep(answer);
    }

    void read() throws IOException {
      String text = answer.text();
      for (ContentLine line : CalendarParts.each(text, parts::add)) {
        switch (line.name()) {
          case "METHOD" -> cancelled = line.value().strip().equalsIgnoreCase("CANCEL");
          case "X-WR-TIMEZONE" -> usual = Zones.of(line.value());
          default -> {}
        }
      }
      ByteOffsets bytes = new ByteOffsets(text, answer.size());
      parts.forEach(this::noteChange);
      parts.forEach(part -> event(part, bytes));
      if (!text.contains("END:VCALENDAR")) {
        problem(0, "VCALENDAR", "", Reason.TRUNCATED);
      }
    }

    /** Dates of a repeated event that stand in the file by themselves. */
    private void noteChange(CalendarParts.Part part) {
      CalendarEvent event = event(part);
      CalendarEvent.When changes = event.when("RECURRENCE-ID");
      if (changes != null) {
        changed.add(event.text("UID").strip() + ' ' + changes.day());
      }
    }

    private CalendarEvent event(CalendarParts.Part part) {
      return new CalendarEvent(
          part.lines(),
          usual,
          (field, value, reason) -> problem(part.line(), field, value, reason));
    }

    private void event(CalendarParts.Part part, ByteOffsets bytes) {
      long start = bytes.of(part.start());
      int length = bytes.known() ? Math.toIntExact(bytes.of(part.end()) - start) : 0;
      if (!part.closed()) {
        problem(part.line(), "VEVENT", "", Reason.TRUNCATED);
        return;
      }
      if (part.broken() > 0) {
        problem(part.line(), "VEVENT", part.broken() + " lines", Reason.MALFORMED);
      }
      CalendarEvent event = event(part);
      String uid = Prose.cut(CleanText.line(event.text("UID")), Prose.NAME - 12);
      CalendarEvent.When begins = event.when("DTSTART");
      if (begins == null || event.text("SUMMARY").isBlank() || uid.isEmpty()) {
        problem(part.line(), begins == null ? "DTSTART" : "UID", uid, Reason.NO_ID);
        return;
      }
      Locator at = new Locator(snapshot, length == 0 ? 0 : start, length);
      dates(event, uid, begins, at, part.line());
    }

    private void dates(
        CalendarEvent event, String uid, CalendarEvent.When begins, Locator at, int line) {
      CalendarEvent.When changes = event.when("RECURRENCE-ID");
      String rule = event.text("RRULE");
      if (changes != null) {
        found(event, uid + ' ' + changes.day(), begins, begins.day(), at);
      } else if (rule.isEmpty() && event.days("RDATE").isEmpty()) {
        found(event, uid, begins, begins.day(), at);
      } else {
        repeated(event, uid, begins, at, line);
      }
    }

    private void repeated(
        CalendarEvent event, String uid, CalendarEvent.When begins, Locator at, int line) {
      remote.remember(REPEATS, "yes");
      Set<LocalDate> days = new java.util.TreeSet<>(event.days("RDATE"));
      String rule = event.text("RRULE");
      List<LocalDateTime> next =
          rule.isEmpty()
              ? List.of(begins.local())
              : Repetition.dates(
                  rule, begins.local(), event.days("EXDATE"), from, from.plusYears(2));
      if (next == null) {
        problem(line, "RRULE", rule, Reason.UNKNOWN_VALUE);
        next = List.of(begins.local());
      }
      next.forEach(date -> days.add(date.toLocalDate()));
      days.removeAll(event.days("EXDATE"));
      days.stream()
          .filter(day -> !day.isBefore(from) && !changed.contains(uid + ' ' + day))
          .limit(dates)
          .forEach(day -> found(event, uid + ' ' + day, begins, day, at));
    }

    private void found(
        CalendarEvent event, String key, CalendarEvent.When begins, LocalDate day, Locator at) {
      if (!keys.add(key)) {
        problem(0, "UID", key, Reason.DUPLICATE);
        return;
      }
      Facts facts = event.facts(answer.address(), cancelled);
      facts.add(Field.STARTS_AT, begins.on(day));
      CalendarEvent.When ends = event.end(begins);
      if (ends != null) {
        long days = ChronoUnit.DAYS.between(begins.day(), ends.day());
        facts.add(Field.ENDS_AT, ends.on(day.plusDays(days)));
      }
      reading.found(facts.sealed(RecordKind.EVENT, key, at));
    }

    /** Says a thing once, however often it is looked at. */
    private void problem(int line, String field, String value, Reason reason) {
      Problem problem = new Problem(answer.address().toString(), line, field, value, reason);
      if (said.add(problem)) {
        reading.problem(problem);
      }
    }
  }
}
