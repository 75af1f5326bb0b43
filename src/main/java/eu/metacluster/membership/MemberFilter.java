package eu.metacluster.membership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a visitor narrows the list of members by; empty words narrow nothing.
 *
 * @param day who was a member on this day
 */
public record MemberFilter(
    String words, String type, String helix, String country, String standing, LocalDate day) {

  static MemberFilter of(Map<String, String> query, LocalDate today) {
    return new MemberFilter(
        word(query, "q"),
        word(query, "type"),
        word(query, "helix"),
        word(query, "country"),
        word(query, "standing"),
        day(word(query, "on"), today));
  }

  private static String word(Map<String, String> query, String name) {
    String word = query.getOrDefault(name, "").strip();
    return word.substring(0, Math.min(word.length(), 200));
  }

  private static LocalDate day(String typed, LocalDate today) {
    try {
      return typed.isEmpty() ? today : LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return today;
    }
  }

  List<Entity> of(List<Entity> all) {
    List<Entity> found = new ArrayList<>();
    for (Entity each : all) {
      if (each.belongs()
          && (words.isEmpty()
              || each.name().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
          && fits(type, each.type().name())
          && fits(helix, each.type().helix().name())
          && fits(country, each.country())
          && fits(standing, String.valueOf(each.standing()))) {
        found.add(each);
      }
    }
    return found;
  }

  private static boolean fits(String wanted, String value) {
    return wanted.isEmpty() || wanted.equals(value);
  }

  /** How many there are of each value. */
  static Map<String, Integer> count(List<Entity> entities, Function<Entity, String> value) {
    Map<String, Integer> counts = new TreeMap<>();
    entities.forEach(each -> counts.merge(value.apply(each), 1, Integer::sum));
    return counts;
  }
}
