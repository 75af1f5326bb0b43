package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;

/**
 * Orders that end with the title, without looking at titles where nothing else is the same: to read
 * those of every segment for every search costs more than to find what is found.
 */
final class Ties {

  /** So many more are looked at, of which the last may be as good as those behind them. */
  static final int SPARE = 25;

  private Ties() {}

  /** An order without the title, which comes last in it. */
  static Sort early(Sort order) {
    return new Sort(Arrays.copyOf(order.getSort(), order.getSort().length - 1));
  }

  /** Leaves out those as good as the last one: there may be more of them that were not found. */
  static void unsure(List<FieldDoc> hits) {
    FieldDoc last = hits.getLast();
    hits.removeIf(one -> same(one, last));
  }

  /**
   * Hits in the order of their titles where all else is the same.
   *
   * @param hits in the order without titles
   */
  static List<FieldDoc> byTitle(FacetSearcher searcher, List<FieldDoc> hits) throws IOException {
    List<FieldDoc> ordered = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= hits.size(); to++) {
      if (to == hits.size() || !same(hits.get(from), hits.get(to))) {
        int[] group = hits.subList(from, to).stream().mapToInt(hit -> hit.doc).sorted().toArray();
        FieldDoc like = hits.get(from);
        for (int document :
            group.length == 1 ? group : Titles.best(searcher, group, 0, group.length)) {
          ordered.add(new FieldDoc(document, like.score, like.fields));
        }
        from = to;
      }
    }
    return ordered;
  }

  private static boolean same(FieldDoc one, FieldDoc other) {
    return Arrays.equals(one.fields, other.fields);
  }
}
