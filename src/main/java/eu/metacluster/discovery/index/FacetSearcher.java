package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.Found.Count;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/**
 * One view of the index at one moment, with what counting facets needs and what was counted: as
 * long as the index stands still, nothing is counted twice.
 */
final class FacetSearcher extends IndexSearcher {

  /** Segments are walked side by side, so that who asks alone has the whole machine. */
  private static final Executor THREADS =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("search-", 1).factory());

  private static final int PARTS = 800;
  private static final int NAMES = 8_000;

  private final SegmentMemory segments;
  private final @Nullable SortedSetDocValuesReaderState facets;
  private final @Nullable OrdinalMap ordinals;
  private final Memory<Counted> counted = new Memory<>(Memory.ANSWERS);
  private final Memory<int[]> ranked = new Memory<>(PARTS);
  private final Memory<String> names = new Memory<>(NAMES);

  FacetSearcher(IndexReader reader, SegmentMemory segments) throws IOException {
    super(reader, THREADS);
    setSimilarity(new BM25Similarity(1.2f, 0.5f));
    this.segments = segments;
    facets =
        reader.leaves().stream().anyMatch(FacetSearcher::narrowed)
            ? new DefaultSortedSetDocValuesReaderState(reader, IndexFields.FACETS)
            : null;
    ordinals =
        facets != null && facets.getDocValues() instanceof MultiSortedSetDocValues many
            ? many.mapping
            : null;
  }

  private static boolean narrowed(LeafReaderContext leaf) {
    FieldInfo facets = leaf.reader().getFieldInfos().fieldInfo(FacetFilter.FIELD);
    return facets != null && facets.getDocValuesType() == DocValuesType.SORTED_SET;
  }

  /** What was counted in this view. */
  Memory<Counted> counted() {
    return counted;
  }

  /** The parts of answers that were ranked in this view. */
  Memory<int[]> ranked() {
    return ranked;
  }

  /** What organisations are called that were told in this view. */
  Memory<String> names() {
    return names;
  }

  /** Whether nothing is there that could be found. */
  boolean empty() {
    return facets == null;
  }

  /** How many different values all facets have together. */
  int values() {
    return facets == null ? 0 : facets.getSize();
  }

  SegmentFacets segment(LeafReaderContext leaf) throws IOException {
    return segments.facets(leaf.reader());
  }

  SegmentPlaces places(LeafReaderContext leaf) throws IOException {
    return segments.places(leaf.reader());
  }

  /** Those of all places of the segments. */
  Spots spots() {
    return segments.spots();
  }

  /** The numbers that a segment's values have in the whole index, null when they are the same. */
  @Nullable LongValues numbers(int segment) {
    return ordinals == null ? null : ordinals.getGlobalOrds(segment);
  }

  /** All values of a facet, in their order. */
  List<String> values(Facet facet) throws IOException {
    List<String> values = new ArrayList<>();
    OrdRange range = range(facet);
    if (range != null && facets != null) {
      SortedSetDocValues names = facets.getDocValues();
      for (int at = range.start(); at <= range.end(); at++) {
        values.add(label(names, at));
      }
    }
    return values;
  }

  /** The most frequent values of a facet, most first. */
  List<Count> most(Facet facet, int[] totals, int many) throws IOException {
    OrdRange range = range(facet);
    if (range == null || facets == null) {
      return List.of();
    }
    PriorityQueue<Integer> top =
        new PriorityQueue<>(
            Comparator.comparingInt((Integer at) -> totals[at])
                .thenComparing(Comparator.reverseOrder()));
    for (int at = range.start(); at <= range.end(); at++) {
      if (totals[at] > 0 && (top.size() < many || totals[at] > totals[top.element()])) {
        top.add(at);
        if (top.size() > many) {
          top.remove();
        }
      }
    }
    SortedSetDocValues names = facets.getDocValues();
    List<Count> counts = new ArrayList<>();
    for (Integer at = top.poll(); at != null; at = top.poll()) {
      counts.add(new Found.Count(label(names, at), totals[at]));
    }
    return counts.reversed();
  }

  private static String label(SortedSetDocValues names, int at) throws IOException {
    String term = names.lookupOrd(at).utf8ToString();
    return term.substring(term.indexOf('\u001F') + 1);
  }

  private @Nullable OrdRange range(Facet facet) {
    return facets == null ? null : facets.getOrdRange(facet.word());
  }
}
