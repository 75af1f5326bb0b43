package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.IOUtils;
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
  private final FacetMemory memory;
  private final boolean empty;
  private final Memory<Counted> counted = new Memory<>(Memory.ANSWERS);
  private final Memory<int[]> ranked = new Memory<>(PARTS);
  private final Memory<String> names = new Memory<>(NAMES);

  /** By facet, see {@link #highest}; null until somebody asks. */
  private volatile int @Nullable [] highest;

  FacetSearcher(IndexReader reader, SegmentMemory segments) throws IOException {
    super(reader, THREADS);
    setSimilarity(new BM25Similarity(1.2f, 0.5f));
    this.segments = segments;
    memory = segments.facets(reader);
    empty = reader.leaves().stream().noneMatch(FacetSearcher::narrowed);
  }

  private static boolean narrowed(LeafReaderContext leaf) {
    FieldInfo facets = leaf.reader().getFieldInfos().fieldInfo(FacetFilter.FIELD);
    return facets != null && facets.getDocValuesType() == DocValuesType.SORTED_SET;
  }

  /** Begins something as soon as there is a machine for it; {@link #done} must be asked for it. */
  <T> FutureTask<T> aside(Callable<T> task) {
    FutureTask<T> begun = new FutureTask<>(task);
    THREADS.execute(begun);
    return begun;
  }

  /** Waits for it, or does it when nobody has begun. */
  static <T> T done(FutureTask<T> begun) throws IOException {
    begun.run();
    try {
      return begun.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it was counted");
    } catch (ExecutionException e) {
      throw IOUtils.rethrowAlways(e.getCause());
    }
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
    return empty;
  }

  /** The numbers of all facets' values. */
  FacetNames facets() {
    return memory.names();
  }

  /** All numbers of this view's values are below this. */
  int values() throws IOException {
    memory.read(getIndexReader());
    return memory.names().size();
  }

  /**
   * By facet: how often any one value occurs of those that are seldom, see {@link FacetNames#FAR}.
   */
  int[] highest() throws IOException {
    int[] known = highest;
    if (known == null) {
      known = highest(values());
      highest = known;
    }
    return known;
  }

  private int[] highest(int numbers) throws IOException {
    int[] times = new int[numbers - FacetNames.FAR];
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      for (int number : segment(leaf).far()) {
        times[number - FacetNames.FAR]++;
      }
    }
    byte[] facets = facets().facets();
    int[] most = new int[Facet.values().length];
    for (int at = 0; at < times.length; at++) {
      if (times[at] > 0) {
        int facet = facets[FacetNames.FAR + at];
        most[facet] = Math.max(most[facet], times[at]);
      }
    }
    return most;
  }

  SegmentFacets segment(LeafReaderContext leaf) throws IOException {
    return memory.of(leaf.reader());
  }

  SegmentPlaces places(LeafReaderContext leaf) throws IOException {
    return segments.places(leaf.reader());
  }

  /** Those of all places of the segments. */
  Spots spots() {
    return segments.spots();
  }

  /** All values of a facet, in their order. */
  List<String> values(Facet facet) throws IOException {
    return numbers(facet).stream().map(memory.names()::label).toList();
  }

  /** The numbers of all values of a facet, in the order of the values. */
  Set<Integer> numbers(Facet facet) throws IOException {
    Set<Integer> numbers = new TreeSet<>(memory.names()::compare);
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      SegmentFacets segment = segment(leaf);
      int[] range = segment.range(facet);
      for (int at = range[0]; at < range[1]; at++) {
        numbers.add(segment.numbers()[at]);
      }
    }
    return numbers;
  }
}
