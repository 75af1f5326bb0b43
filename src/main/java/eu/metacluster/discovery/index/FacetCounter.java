package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Counting.Facets;
import eu.metacluster.discovery.search.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Goes once over all that the words found and counts the values of all facets. What fails one
 * filter only still counts for that filter's own facet, so that a choice does not empty its own
 * group.
 *
 * @param <T> counts some of the values
 */
final class FacetCounter<T extends Counting> extends SimpleCollector {

  /** So many hits are counted together. */
  private static final int TOGETHER = 128;

  private final FacetSearcher searcher;
  private final Map<Facet, ? extends Collection<String>> chosen;

  /** What those who count together have counted: one goes on where another left off. */
  private final Deque<T> tallies;

  private final Supplier<T> lender;
  private final Facets facets;

  /** The facets that are narrowed. */
  private final int[] narrowed;

  private long total;

  private SegmentFacets segment = SegmentFacets.NONE;

  /** Who counts in this segment; null where there is nothing to count. */
  private @Nullable T counts;

  private final int[] hits = new int[TOGETHER];
  private int waiting;

  private FixedBitSet[] passing = new FixedBitSet[0];

  private FacetCounter(
      FacetSearcher searcher,
      Map<Facet, ? extends Collection<String>> chosen,
      Deque<T> tallies,
      Supplier<T> lender) {
    this.searcher = searcher;
    this.chosen = chosen;
    this.tallies = tallies;
    this.lender = lender;
    narrowed = chosen.keySet().stream().mapToInt(Facet::ordinal).toArray();
    facets = new Facets(searcher.facets().facets(), searcher.facets().members());
  }

  /**
   * Counts what a query finds, some segments beside others.
   *
   * @param tallies where to leave what was counted
   * @param lender gives one that has not counted yet
   * @return how many pass all filters
   */
  static <T extends Counting> long count(
      FacetSearcher searcher,
      Query query,
      Map<Facet, ? extends Collection<String>> chosen,
      Deque<T> tallies,
      Supplier<T> lender)
      throws IOException {
    return searcher.search(
        query,
        new CollectorManager<FacetCounter<T>, Long>() {
          @Override
          public FacetCounter<T> newCollector() {
            return new FacetCounter<>(searcher, chosen, tallies, lender);
          }

          @Override
          public Long reduce(Collection<FacetCounter<T>> parts) {
            return parts.stream().mapToLong(part -> part.total).sum();
          }
        });
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    segment = searcher.segment(context);
    counts = segment.size() == 0 ? null : tally();
    List<FixedBitSet> filters = new ArrayList<>();
    for (Map.Entry<Facet, ? extends Collection<String>> one : chosen.entrySet()) {
      filters.add(passing(context, one.getKey(), one.getValue()));
    }
    passing = filters.toArray(FixedBitSet[]::new);
  }

  private T tally() {
    T idle = tallies.poll();
    return idle == null ? lender.get() : idle;
  }

  private static FixedBitSet passing(
      LeafReaderContext context, Facet facet, Collection<String> values) throws IOException {
    FixedBitSet passing = new FixedBitSet(context.reader().maxDoc());
    for (String value : values) {
      PostingsEnum postings =
          context
              .reader()
              .postings(
                  DrillDownQuery.term(FacetFilter.FIELD, facet.word(), value), PostingsEnum.NONE);
      if (postings != null) {
        passing.or(postings);
      }
    }
    return passing;
  }

  @Override
  public void collect(int document) {
    int missed = -1;
    for (int i = 0; i < passing.length; i++) {
      if (!passing[i].get(document)) {
        if (missed >= 0) {
          return;
        }
        missed = i;
      }
    }
    if (missed < 0) {
      hit(document);
    } else if (counts != null) {
      counts.count(segment, document, facets, narrowed[missed]);
    }
  }

  private void hit(int document) {
    total++;
    if (counts != null) {
      hits[waiting++] = document;
      if (waiting == hits.length) {
        counts.count(segment, hits, waiting);
        waiting = 0;
      }
    }
  }

  @Override
  public void finish() {
    T tally = counts;
    if (tally != null) {
      tally.count(segment, hits, waiting);
      waiting = 0;
      counts = null;
      tallies.push(tally);
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
