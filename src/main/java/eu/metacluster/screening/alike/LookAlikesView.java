package eu.metacluster.screening.alike;

import eu.metacluster.grid.RecordKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of suggestions.
 *
 * @param kind the chosen kind's word, empty for all
 * @param dismissed whether it lists what was dismissed
 * @param counts how many there are of each kind
 * @param aside how many stand in the other list
 * @param number the page's number, from 1
 */
public record LookAlikesView(
    List<SuggestionView> suggestions,
    String kind,
    boolean dismissed,
    Map<RecordKind, Long> counts,
    long aside,
    int number) {

  /** How many are listed on all pages. */
  public long count() {
    return kind.isEmpty()
        ? all()
        : counts.entrySet().stream()
            .filter(one -> one.getKey().word().equals(kind))
            .mapToLong(Map.Entry::getValue)
            .sum();
  }

  /** How many there are of all kinds. */
  public long all() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many pages there are. */
  public long pages() {
    return Math.max(1, (count() + Suggestions.PAGE - 1) / Suggestions.PAGE);
  }

  /** The address of this list with another kind. */
  public String of(String other) {
    return address(other, 1);
  }

  /** The address of another page; null when there is none. */
  public @Nullable String page(int other) {
    return other < 1 || other > pages() ? null : address(kind, other);
  }

  private String address(String of, int at) {
    StringBuilder address = new StringBuilder("/queue/look-alikes");
    String mark = "?";
    if (!of.isEmpty()) {
      address.append(mark).append("kind=").append(of);
      mark = "&";
    }
    if (dismissed) {
      address.append(mark).append("show=dismissed");
      mark = "&";
    }
    return at == 1
        ? address.toString()
        : address.append(mark).append("page=").append(at).toString();
  }
}
