package eu.metacluster.harvest.sedia;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as the portal writes them, in five ways. Those without a zone are in Brussels, and midnight
 * there or in UTC stands for a day alone.
 */
final class PortalTimes {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]Z", Locale.ROOT);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("dd MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMM d, yyyy h:mm:ss a")
          .toFormatter(Locale.ENGLISH);

  private PortalTimes() {}

  /** A date-time with its offset, or a day; null when it is no time at all. */
  static @Nullable String read(String text) {
    ZonedDateTime time = parse(text.replace('\u202F', ' ').strip());
    if (time == null || time.getYear() < 1990 || time.getYear() > 2100) {
      return null;
    }
    if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return time.toLocalDate().toString();
    }
    ZonedDateTime utc = time.withZoneSameInstant(ZoneOffset.UTC);
    return utc.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? utc.toLocalDate().toString()
        : SHOWN.format(time);
  }

  /**
   * A topic's time as later exports write it without a zone: midnight in Brussels turned into UTC,
   * which makes it 22 or 23 o'clock of the day before. Topics never end at such an hour.
   */
  static @Nullable String export(String text) {
    boolean local = text.matches("\\d{4}-\\d{2}-\\d{2}T2[23]:00:00");
    String day = local ? read(text + ".000+0000") : null;
    return day != null && day.indexOf('T') < 0 ? day : read(text);
  }

  /** The day of it; null when it is no time at all. */
  static @Nullable LocalDate day(String text) {
    String time = read(text);
    return time == null ? null : LocalDate.parse(time.substring(0, 10));
  }

  private static @Nullable ZonedDateTime parse(String text) {
    try {
      if (text.matches("\\d{11,14}")) {
        return Instant.ofEpochMilli(Long.parseLong(text)).atZone(BRUSSELS);
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(text).atStartOfDay(BRUSSELS);
      }
      if (text.matches("\\d{2} \\p{L}+ \\d{4}")) {
        return LocalDate.parse(text, LONG).atStartOfDay(BRUSSELS);
      }
      if (text.matches(".*T.*[+-]\\d{2}:\\d{2}")) {
        return OffsetDateTime.parse(text).atZoneSameInstant(BRUSSELS);
      }
      if (text.indexOf('T') < 0) {
        return LocalDateTime.parse(text, CLOCK).atZone(BRUSSELS);
      }
      return text.matches(".*[+-]\\d{4}")
          ? OffsetDateTime.parse(text, OFFSET).atZoneSameInstant(BRUSSELS)
          : LocalDateTime.parse(text).atZone(BRUSSELS);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
