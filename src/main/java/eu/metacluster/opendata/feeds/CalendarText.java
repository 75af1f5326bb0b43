package eu.metacluster.opendata.feeds;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a calendar as RFC 5545 has it: folded lines, escaped texts, times in UTC. */
final class CalendarText {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter FLOATING =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int LINE = 73;

  private final StringBuilder out = new StringBuilder(1 << 14);

  CalendarText(String name) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Metacluster//Open data//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    text("X-WR-CALNAME", name);
    line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
  }

  /**
   * A day, or a moment of it.
   *
   * @param at null when only the day is known
   * @param floating null when the time has an offset or is unknown
   */
  record Moment(LocalDate day, @Nullable Instant at, @Nullable LocalDateTime floating) {

    /** Empty when a text is no day: a month or a year alone stands in no calendar. */
    static Optional<Moment> parse(String text) {
      try {
        if (text.length() == "2026-11-22".length()) {
          return Optional.of(new Moment(LocalDate.parse(text), null, null));
        }
        if (text.matches(".*([+-]\\d\\d:?\\d\\d|Z)$")) {
          Instant at = OffsetDateTime.parse(text).toInstant();
          return Optional.of(new Moment(at.atZone(ZoneOffset.UTC).toLocalDate(), at, null));
        }
        LocalDateTime time = LocalDateTime.parse(text);
        return Optional.of(new Moment(time.toLocalDate(), null, time));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    private boolean dayOnly() {
      return at == null && floating == null;
    }
  }

  void begin(String uid, long sequence, Instant changed) {
    line("BEGIN:VEVENT");
    line("UID:" + uid + "@metacluster");
    line("SEQUENCE:" + Math.min(sequence, Integer.MAX_VALUE));
    line("DTSTAMP:" + UTC.format(changed));
    line("LAST-MODIFIED:" + UTC.format(changed));
  }

  void start(Moment moment) {
    moment("DTSTART", moment, moment.day());
  }

  /** The end, when it is of the same sort as the start and after it; a last day is included. */
  void finish(Moment end, Moment start) {
    boolean sameSort =
        end.dayOnly() == start.dayOnly() && (end.at() == null) == (start.at() == null);
    Instant last = end.at();
    Instant first = start.at();
    boolean after =
        (last != null && first != null) ? last.isAfter(first) : !end.day().isBefore(start.day());
    if (sameSort && after) {
      moment("DTEND", end, end.day().plusDays(1));
    }
  }

  private void moment(String name, Moment moment, LocalDate day) {
    Instant at = moment.at();
    LocalDateTime floating = moment.floating();
    if (at != null) {
      line(name + ":" + UTC.format(at));
    } else if (floating != null) {
      line(name + ":" + FLOATING.format(floating));
    } else {
      line(name + ";VALUE=DATE:" + DAY.format(day));
    }
  }

  void text(String name, String value) {
    String escaped =
        value.replace("\\", "\\\\").replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", " ");
    boolean plain = name.equals("URL") || name.equals("STATUS");
    line(name + ":" + (plain ? value : escaped.replace(";", "\\;").replace(",", "\\,")));
  }

  void close() {
    line("END:VEVENT");
  }

  String end() {
    line("END:VCALENDAR");
    return out.toString();
  }

  /** Lines are folded after 73 bytes, never within a character. */
  private void line(String text) {
    int bytes = 0;
    for (int at = 0; at < text.length(); ) {
      String one = new String(Character.toChars(text.codePointAt(at)));
      int length = one.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > LINE) {
        out.append("\r\n ");
        bytes = 1;
      }
      out.append(one);
      bytes += length;
      at += one.length();
    }
    out.append("\r\n");
  }
}
