package eu.metacluster.screening.rules;

import eu.metacluster.screening.deciding.Criterion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of decisions shows.
 *
 * @param names what to call the people who took them
 */
public record HistoryView(
    List<Ruling> rows,
    List<Criterion> criteria,
    Map<UUID, String> names,
    String verdict,
    String criterion,
    String q,
    boolean mine,
    long count,
    int number) {

  /** How many pages there are, at least one. */
  public long pages() {
    return Math.max(1, (count + Rulings.PAGE - 1) / Rulings.PAGE);
  }

  /** The address of another page of the same list; null beyond its ends. */
  public @Nullable String page(int other) {
    if (other < 1 || other > pages()) {
      return null;
    }
    return "/queue/history?verdict=%s&criterion=%s&q=%s%s&page=%d"
        .formatted(encode(verdict), encode(criterion), encode(q), mine ? "&mine=on" : "", other);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
