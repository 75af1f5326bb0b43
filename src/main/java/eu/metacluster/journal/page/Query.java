package eu.metacluster.journal.page;

import eu.metacluster.journal.EntryFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter as it was typed. What cannot be read is shown again with a word about it and filters
 * nothing.
 */
public record Query(String kind, String subject, String actor, String from, String until) {

  /** The fields whose text cannot be read. */
  public List<String> wrong() {
    return given().keySet().stream().filter(name -> !readable(name)).toList();
  }

  /** The filled fields, by name. */
  public Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "kind", kind);
    put(given, "subject", subject);
    put(given, "actor", actor);
    put(given, "from", from);
    put(given, "until", until);
    return given;
  }

  /** The address of the list with this filter, plus one more parameter unless its name is empty. */
  public String address(String name, Object value) {
    return address(given(), name, value);
  }

  /** The address of the list without one field of the filter. */
  public String without(String field) {
    Map<String, String> rest = given();
    rest.remove(field);
    return address(rest, "", "");
  }

  EntryFilter filter(ZoneId zone) {
    LocalDate last = day(until);
    return new EntryFilter(
        kind.isBlank() ? null : kind,
        id(subject),
        id(actor),
        start(day(from), zone),
        start(last == null ? null : last.plusDays(1), zone));
  }

  private boolean readable(String field) {
    return switch (field) {
      case "subject" -> id(subject) != null;
      case "actor" -> id(actor) != null;
      case "from" -> day(from) != null;
      case "until" -> day(until) != null;
      default -> true;
    };
  }

  private static String address(Map<String, String> fields, String name, Object value) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/journal");
    fields.forEach((field, text) -> uri.queryParam(field, "{" + field + "}"));
    if (!name.isEmpty()) {
      uri.queryParam(name, value);
    }
    return uri.encode().buildAndExpand(fields).toUriString();
  }

  private static void put(Map<String, String> given, String name, String value) {
    if (!value.isBlank()) {
      given.put(name, value);
    }
  }

  private static @Nullable UUID id(String text) {
    try {
      return text.length() == 36 ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }
}
