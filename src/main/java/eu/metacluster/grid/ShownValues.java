package eu.metacluster.grid;

import eu.metacluster.shared.Money;
import eu.metacluster.shared.PartialDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values a record shows, derived from the claims that hold: a ruling before the owner, the
 * owner before sources, sources by their precedence, then the newest, then the one stated first.
 */
final class ShownValues {

  private static final Comparator<StatedClaim> BEST_FIRST =
      Comparator.comparingInt(StatedClaim::precedence)
          .thenComparing(StatedClaim::retrievedAt, Comparator.reverseOrder())
          .thenComparingLong(StatedClaim::id);

  private final Map<Field, Set<String>> values = new EnumMap<>(Field.class);

  private ShownValues() {}

  static ShownValues of(Collection<StatedClaim> claims) {
    ShownValues shown = new ShownValues();
    List<StatedClaim> ordered = new ArrayList<>(claims);
    ordered.sort(BEST_FIRST);
    Denials denials = Denials.of(claims);
    for (StatedClaim claim : ordered) {
      if (denials.hide(claim.field(), claim.value(), claim.retrievedAt())) {
        continue;
      }
      Set<String> of = shown.values.computeIfAbsent(claim.field(), f -> new LinkedHashSet<>(2));
      if (claim.field().many() || of.isEmpty()) {
        of.add(claim.value());
      }
    }
    return shown;
  }

  /** Of values that are shown already. */
  static ShownValues of(Map<Field, List<String>> values) {
    ShownValues shown = new ShownValues();
    values.forEach((field, all) -> shown.values.put(field, new LinkedHashSet<>(all)));
    return shown;
  }

  @Nullable String one(Field field) {
    Set<String> of = values.get(field);
    return of == null ? null : of.iterator().next();
  }

  List<String> all(Field field) {
    return List.copyOf(values.getOrDefault(field, Set.of()));
  }

  /** The first day of what is stated. */
  @Nullable LocalDate date(Field field) {
    String value = one(field);
    return value == null ? null : PartialDate.firstDay(value);
  }

  /** Euro; null when the amount is in another currency, which no sum may mix in. */
  @Nullable BigDecimal money(Field field) {
    String value = one(field);
    return value == null ? null : Money.parse(value).euro();
  }

  /** Latitude (0) or longitude (1) in degrees. */
  @Nullable Double coordinate(int which) {
    String value = one(Field.LOCATION);
    int comma = value == null ? -1 : value.indexOf(',');
    if (value == null || comma < 0) {
      return null;
    }
    return Double.valueOf(which == 0 ? value.substring(0, comma) : value.substring(comma + 1));
  }

  /** The title, or the best name there is. */
  String title(String otherwise) {
    for (Field field : List.of(Field.TITLE, Field.SHORT_NAME, Field.ACRONYM, Field.ALIAS)) {
      String value = one(field);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return otherwise;
  }
}
