package eu.metacluster.harvest.events;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.harvest.values.Nations;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.harvest.values.Tongue;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One event of a calendar; the persons it names are left out. */
final class CalendarEvent {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{4,500}");
  private static final Pattern ONLINE =
      Pattern.compile(
          "(?i)\\b(?:online|virtual|zoom|teams|webinar|webex|en ligne|visioconf.rence)\\b");
  private static final int KEYWORDS = 50;

  private final List<ContentLine> lines;
  private final @Nullable ZoneId usual;
  private final Complaints complaints;

  /** Takes what could not be read. */
  @FunctionalInterface
  interface Complaints {
    void add(String field, String value, Reason reason);
  }

  /** A beginning or an end: a day when the time is null. */
  record When(LocalDate day, @Nullable LocalTime time, @Nullable ZoneId zone) {

    /** The same time on another day. */
    String on(LocalDate other) {
      if (time == null) {
        return other.toString();
      }
      LocalDateTime local = other.atTime(time);
      return zone == null ? local.toString() : local.atZone(zone).toOffsetDateTime().toString();
    }

    LocalDateTime local() {
      return day.atTime(time == null ? LocalTime.MIDNIGHT : time);
    }
  }

  /**
   * @param usual the calendar's own zone, null when it names none
   */
  CalendarEvent(List<ContentLine> lines, @Nullable ZoneId usual, Complaints complaints) {
    this.lines = lines;
    this.usual = usual;
    this.complaints = complaints;
  }

  String text(String name) {
    ContentLine line = line(name);
    return line == null ? "" : line.text();
  }

  private @Nullable ContentLine line(String name) {
    return lines.stream().filter(line -> line.name().equals(name)).findFirst().orElse(null);
  }

  /** Beginning, or what else is a time; null when there is none that can be read. */
  @Nullable When when(String name) {
    ContentLine line = line(name);
    return line == null ? null : when(line, line.value().strip());
  }

  private @Nullable When when(ContentLine line, String value) {
    String zoned = line.parameter("TZID");
    ZoneId zone = zoned.isEmpty() ? usual : Zones.of(zoned);
    if (!zoned.isEmpty() && zone == null) {
      complaints.add("TZID", zoned, Reason.UNKNOWN_VALUE);
    }
    String moment = Moments.read(value, null);
    if (moment == null) {
      complaints.add(line.name(), value, Reason.BAD_DATE);
      return null;
    }
    LocalDate day = Moments.day(moment);
    boolean timed = value.length() > 10 || value.contains("T");
    if (!timed) {
      return new When(day, null, null);
    }
    ZoneId held = value.endsWith("Z") ? ZoneOffset.UTC : zone;
    String time =
        moment.length() > 10 ? moment.substring(11).replaceAll("(?:Z|[+-]\\d.*)$", "") : "00:00";
    return new When(day, LocalTime.parse(time), held);
  }

  /** The end: as it stands, or by the duration; the last day and not the one after it. */
  @Nullable When end(When start) {
    When end = when("DTEND");
    String duration = text("DURATION").strip();
    if (end == null && !duration.isEmpty()) {
      end = after(start, duration);
    }
    if (end == null || end.time() != null || !end.day().isAfter(start.day())) {
      return end;
    }
    return new When(end.day().minusDays(1), null, null);
  }

  private @Nullable When after(When start, String duration) {
    try {
      if (start.time() == null) {
        return new When(start.day().plus(Period.parse(duration)), null, null);
      }
      boolean days = duration.endsWith("D") || duration.endsWith("W");
      LocalDateTime end =
          days
              ? start.local().plus(Period.parse(duration))
              : start.local().plus(Duration.parse(duration));
      return new When(end.toLocalDate(), end.toLocalTime(), start.zone());
    } catch (DateTimeException | ArithmeticException e) {
      complaints.add("DURATION", duration, Reason.BAD_DATE);
      return null;
    }
  }

  /** The days of a list property such as EXDATE. */
  Set<LocalDate> days(String name) {
    Set<LocalDate> days = new HashSet<>();
    for (ContentLine line : lines) {
      if (line.name().equals(name)) {
        for (String value : line.value().split("[,/]", 1_000)) {
          When when = when(line, value.strip());
          if (when != null) {
            days.add(when.day());
          }
        }
      }
    }
    return days;
  }

  /**
   * What it states.
   *
   * @param cancelled whether the calendar as a whole takes back what it names
   */
  Facts facts(URI base, boolean cancelled) {
    Facts facts = new Facts();
    String title = Prose.line(text("SUMMARY"));
    String description = Prose.text(text("DESCRIPTION"));
    facts.add(Field.TITLE, title);
    facts.add(Field.SUMMARY, description);
    place(facts);
    facts.add(Field.KEYWORDS, String.join(", ", categories()));
    status(facts, cancelled);
    organiser(facts);
    facts.add(Field.LANGUAGE, Tongue.of(title + ' ' + description, language()));
    String link = link(base);
    facts.add(Field.URL, link);
    facts.identify(Identifier.Scheme.URL, link);
    return facts;
  }

  private void place(Facts facts) {
    String place = Prose.line(text("LOCATION"));
    boolean address = ADDRESS.matcher(place).matches();
    facts.add(Field.VENUE, address ? "" : place);
    facts.quote(Field.COUNTRY, Nations.last(place), place);
    if (address || ONLINE.matcher(place).find()) {
      facts.add(Field.ATTENDANCE, "online");
    }
    String[] point = text("GEO").split(";", -1);
    if (point.length == 2
        && point[0].matches("-?\\d{1,2}(\\.\\d+)?")
        && point[1].matches("-?\\d{1,3}(\\.\\d+)?")) {
      facts.add(Field.LOCATION, point[0].equals("0") ? "" : point[0] + ',' + point[1]);
    }
  }

  private Set<String> categories() {
    Set<String> categories = new LinkedHashSet<>();
    for (ContentLine line : lines) {
      if (line.name().equals("CATEGORIES")) {
        for (String word : line.value().split("(?<!\\\\),", KEYWORDS)) {
          String plain = Prose.line(word.replace("\\", ""));
          if (!plain.isEmpty()) {
            categories.add(plain);
          }
        }
      }
    }
    return categories;
  }

  private void status(Facts facts, boolean cancelled) {
    String status = text("STATUS").strip().toLowerCase(Locale.ROOT);
    if (cancelled || status.equals("cancelled") || status.equals("canceled")) {
      facts.add(Field.STATUS, "cancelled");
    } else if (status.equals("tentative")) {
      facts.add(Field.STATUS, "tentative");
    }
  }

  /** The name of an organiser that is not plainly a person's address. */
  private void organiser(Facts facts) {
    ContentLine line = line("ORGANIZER");
    boolean group = line != null && line.parameter("CUTYPE").equalsIgnoreCase("GROUP");
    facts.add(Field.ORGANISER, line != null && group ? Prose.line(line.parameter("CN")) : "");
  }

  private String language() {
    ContentLine summary = line("SUMMARY");
    return summary == null ? "" : summary.parameter("LANGUAGE");
  }

  private String link(URI base) {
    String link = Links.text(text("URL"), base);
    if (!link.isEmpty()) {
      return link;
    }
    Matcher first = ADDRESS.matcher(text("DESCRIPTION"));
    boolean one = first.find() && !first.find(first.end());
    return one && first.reset().find() ? Links.text(first.group(), base) : "";
  }
}
