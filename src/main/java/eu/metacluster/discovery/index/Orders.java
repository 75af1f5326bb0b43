package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Sorting;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** The orders of lists as the engine knows them. */
final class Orders {

  /** For questions whose answer has no order. */
  static final Sorting ANY = Sorting.TITLE;

  private static final Map<Sorting, Sort> SORTS = new EnumMap<>(Sorting.class);

  static {
    for (Sorting sorting : Sorting.values()) {
      SORTS.put(sorting, make(sorting));
    }
  }

  private Orders() {}

  static Sort of(Sorting sorting) {
    return SORTS.getOrDefault(sorting, Sort.RELEVANCE);
  }

  /** The field of the number by which an order goes first, or after the score; null by title. */
  static @Nullable String number(Sorting sorting) {
    return switch (sorting) {
      case RELEVANCE, NEWEST -> IndexFields.START;
      case CONTRIBUTION -> IndexFields.CONTRIBUTION;
      case PROJECTS -> IndexFields.PROJECTS;
      case AUTHORISED -> IndexFields.PUBLISHED;
      case TITLE -> null;
    };
  }

  private static Sort make(Sorting sorting) {
    String number = number(sorting);
    if (number == null) {
      return new Sort(title());
    }
    return sorting == Sorting.RELEVANCE
        ? new Sort(SortField.FIELD_SCORE, latest(number), title())
        : new Sort(latest(number), title());
  }

  private static SortField latest(String field) {
    return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
  }

  /** By title, for whatever has no order otherwise. */
  static SortField title() {
    return new SortField(
        IndexFields.TITLE_ORDER, SortField.Type.STRING, false, SortField.STRING_LAST);
  }
}
