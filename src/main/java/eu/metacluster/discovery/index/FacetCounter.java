package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.ToIntFunction;
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
 */
final class FacetCounter extends SimpleCollector {

  /** So many hits are counted together. */
  private static final int TOGETHER = 128;

  /** So many numbers the machine fetches at once. */
  private static final int LINE = 16;

  private final FacetSearcher searcher;
  private final Map<Facet, ? extends Collection<String>> chosen;

  /** What those who count together have counted: one goes on where another left off. */
  private final Deque<Tally> tallies;

  /** By the number of a value: the number of its facet. */
  private final byte[] facets;

  private final int values;
  private long total;

  private SegmentFacets segment = SegmentFacets.NONE;

  /** Who counts in this segment; null where there is nothing to count. */
  private @Nullable Tally counts;

  private final int[] hits = new int[TOGETHER];
  private int waiting;

  /** Keeps the compiler from leaving out what is only looked at. */
  @SuppressWarnings("UnusedVariable")
  private int seen;

  private FixedBitSet[] passing = new FixedBitSet[0];

  /** The facets that are narrowed. */
  private final int[] narrowed;

  FacetCounter(FacetSearcher searcher, Map<Facet, ? extends Collection<String>> chosen)
      throws IOException {
    this.searcher = searcher;
    this.chosen = chosen;
    narrowed = chosen.keySet().stream().mapToInt(Facet::ordinal).toArray();
    values = searcher.values();
    facets = searcher.facets().facets();
    tallies = new ConcurrentLinkedDeque<>();
  }

  private FacetCounter(FacetCounter with) {
    searcher = with.searcher;
    chosen = with.chosen;
    narrowed = with.narrowed;
    values = with.values;
    facets = with.facets;
    tallies = with.tallies;
  }

  /** Counts what a query finds, some segments beside others. */
  static FacetCounter of(
      FacetSearcher searcher, Query query, Map<Facet, ? extends Collection<String>> chosen)
      throws IOException {
    FacetCounter all = new FacetCounter(searcher, chosen);
    return searcher.search(
        query,
        new CollectorManager<FacetCounter, FacetCounter>() {
          @Override
          public FacetCounter newCollector() {
            return new FacetCounter(all);
          }

          @Override
          public FacetCounter reduce(Collection<FacetCounter> parts) {
            parts.forEach(part -> all.total += part.total);
            return all;
          }
        });
  }

  /** How many pass all filters. */
  long total() {
    return total;
  }

  /**
   * How often the most frequent values occur, so many of each facet as are wanted of it. To be
   * asked once.
   */
  Map<Facet, List<Count>> taken(ToIntFunction<Facet> wanted) {
    Tally all = tally();
    for (Tally other = tallies.poll(); other != null; other = tallies.poll()) {
      all.add(other);
      other.giveBack();
    }
    Map<Facet, List<Count>> most = MostFrequent.of(searcher.facets(), all, wanted);
    chosen.forEach((facet, own) -> most.computeIfPresent(facet, (f, c) -> and(f, c, own, all)));
    all.giveBack();
    return most;
  }

  /** With what is chosen, however seldom it is. */
  private List<Count> and(Facet facet, List<Count> most, Collection<String> own, Tally all) {
    return Counted.with(
        most,
        own.stream()
            .map(value -> new Count(value, times(facet, value, all)))
            .filter(count -> count.count() > 0)
            .toList());
  }

  private int times(Facet facet, String value, Tally all) {
    int number = searcher.facets().known(facet, value);
    return number < 0 || number >= values ? 0 : all.times(number);
  }

  private Tally tally() {
    Tally idle = tallies.poll();
    return idle == null ? Tally.lent(values) : idle;
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
    if (missed >= 0) {
      sideways(document, narrowed[missed]);
    } else {
      hit(document);
    }
  }

  private void hit(int document) {
    total++;
    if (counts != null) {
      hits[waiting++] = document;
      if (waiting == hits.length) {
        count(counts);
      }
    }
  }

  /**
   * Counts the hits that wait. Looking at the beginning of each before any is counted lets the
   * machine fetch them all at once; asked for one by one, each would be waited for.
   */
  private void count(Tally tally) {
    int[] values = segment.values();
    int[] starts = segment.starts();
    int touched = 0;
    for (int i = 0; i < waiting; i++) {
      for (int at = starts[hits[i]]; at < starts[hits[i] + 1]; at += LINE) {
        touched += values[at];
      }
    }
    seen = touched;
    for (int i = 0; i < waiting; i++) {
      tally.count(values, starts[hits[i]], starts[hits[i] + 1]);
    }
    waiting = 0;
  }

  private void sideways(int document, int facet) {
    if (counts != null) {
      int end = segment.starts()[document + 1];
      for (int at = segment.starts()[document]; at < end; at++) {
        int value = segment.values()[at];
        if (facets[value] == facet) {
          counts.add(value);
        }
      }
    }
  }

  @Override
  public void finish() {
    Tally tally = counts;
    if (tally == null) {
      return;
    }
    count(tally);
    counts = null;
    tallies.push(tally);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
