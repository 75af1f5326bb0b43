package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Sorting;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

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

  private static Sort make(Sorting sorting) {
    return switch (sorting) {
      case RELEVANCE -> new Sort(SortField.FIELD_SCORE, latest(IndexFields.START), title());
      case NEWEST -> new Sort(latest(IndexFields.START), title());
      case CONTRIBUTION -> new Sort(latest(IndexFields.CONTRIBUTION), title());
      case PROJECTS -> new Sort(latest(IndexFields.PROJECTS), title());
      case TITLE -> new Sort(title());
      case AUTHORISED -> new Sort(latest(IndexFields.PUBLISHED), title());
    };
  }

  private static SortField latest(String field) {
    return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
  }

  private static SortField title() {
    return new SortField(
        IndexFields.TITLE_ORDER, SortField.Type.STRING, false, SortField.STRING_LAST);
  }
}
