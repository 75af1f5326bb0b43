package eu.metacluster.discovery.pages;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One field of a record with everything that is known about it.
 *
 * @param field which
 * @param values the values shown, the deciding claim first with those that say the same
 * @param others values that other sources state now and that are not shown
 * @param ended what no source states any more, newest first
 */
public record Fact(Field field, List<Value> values, List<Value> others, List<ClaimView> ended) {

  private static final Comparator<ClaimView> DECIDING =
      Comparator.comparingInt(ClaimView::precedence)
          .thenComparing(ClaimView::retrievedAt, Comparator.reverseOrder())
          .thenComparing(ClaimView::id);

  /** A value and the claims that state it, the deciding one first. */
  public record Value(String text, List<ClaimView> claims) {}

  /** Makes the fact of one field from its claims; empty {@link #values} when none is current. */
  static Fact of(Field field, List<ClaimView> claims) {
    Map<String, List<ClaimView>> byValue = new LinkedHashMap<>();
    claims.stream()
        .filter(ClaimView::current)
        .sorted(field.many() ? Comparator.comparing(ClaimView::id) : DECIDING)
        .forEach(
            claim -> byValue.computeIfAbsent(claim.value(), v -> new ArrayList<>()).add(claim));
    List<Value> values = new ArrayList<>();
    byValue.forEach((text, stating) -> values.add(new Value(text, List.copyOf(stating))));
    List<ClaimView> ended =
        claims.stream()
            .filter(claim -> !claim.current() && !byValue.containsKey(claim.value()))
            .sorted(Comparator.comparing(ClaimView::id).reversed())
            .toList();
    int shown = field.many() ? values.size() : Math.min(1, values.size());
    return new Fact(field, values.subList(0, shown), values.subList(shown, values.size()), ended);
  }

  /** Whether sources contradict each other. */
  public boolean conflict() {
    return !others.isEmpty();
  }

  /** The claim that decides. */
  public ClaimView claim() {
    return values.getFirst().claims().getFirst();
  }

  /** The names of the sources behind what is shown. */
  public String sources() {
    return String.join(
        ", ",
        values.stream()
            .flatMap(value -> value.claims().stream())
            .map(ClaimView::sourceName)
            .distinct()
            .toList());
  }
}
