package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long ago a person confirmed something: the index keeps months, today makes bands of them. */
final class Freshness {

  private static final int QUARTER = 3;
  private static final int YEAR = 12;

  private Freshness() {}

  static LocalDate today() {
    return LocalDate.now();
  }

  /** The band of a month. */
  static String band(String month) {
    if (month.equals(FacetFields.NEVER)) {
      return FacetFields.NEVER;
    }
    YearMonth now = YearMonth.from(today());
    YearMonth then = YearMonth.parse(month);
    if (then.isAfter(now.minusMonths(QUARTER))) {
      return "quarter";
    }
    return then.isAfter(now.minusMonths(YEAR)) ? "year" : "older";
  }

  /** Counts of months as counts of bands. */
  static List<Count> bands(List<Count> months) {
    Map<String, Long> bands = new LinkedHashMap<>();
    Facet.FRESHNESS.steps().forEach(step -> bands.put(step, 0L));
    months.forEach(month -> bands.merge(band(month.value()), month.count(), Long::sum));
    return bands.entrySet().stream()
        .filter(band -> band.getValue() > 0)
        .map(band -> new Count(band.getKey(), band.getValue()))
        .toList();
  }
}
