package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** When something was, or is to be. */
final class Dates {

  private static final int DAY = 10;

  private Dates() {}

  /**
   * One date.
   *
   * @param field the field it stands in
   * @param day ISO 8601: day, month or year
   */
  record Date(String field, String day) {}

  static List<Date> of(Described record) {
    List<Date> dates = new ArrayList<>();
    for (String field : List.of("publishedOn", "startDate", "endDate", "startsAt", "endsAt")) {
      record
          .first(field)
          .filter(value -> value.matches("\\d{4}(-\\d{2}){0,2}(T.*)?"))
          .map(value -> value.length() > DAY ? value.substring(0, DAY) : value)
          .ifPresent(day -> dates.add(new Date(field, day)));
    }
    return dates;
  }

  /** The year in which it came out or began; the one in which it was last changed if unknown. */
  static String year(Described record) {
    return of(record).stream()
        .map(date -> date.day().substring(0, 4))
        .findFirst()
        .orElseGet(() -> Integer.toString(record.changedAt().atOffset(ZoneOffset.UTC).getYear()));
  }
}
