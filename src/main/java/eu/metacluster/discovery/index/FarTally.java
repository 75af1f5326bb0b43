package eu.metacluster.discovery.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/**
 * Counts the values of which there are very many, each seldom, see {@link FacetNames#FAR}. Most of
 * them do not occur: what it takes depends on those that do.
 */
final class FarTally implements Counting {

  /** So many are kept, one for each of some threads and for what they have together. */
  private static final int MOST = Runtime.getRuntime().availableProcessors() + 2;

  private static final Deque<FarTally> IDLE = new ArrayDeque<>();

  private final int[] counts;

  /** The numbers that occur, the first {@link #size} of them; one more is written than counts. */
  private final int[] touched;

  private int size;

  private FarTally(int most) {
    counts = new int[most];
    touched = new int[most + 1];
  }

  /** One in which nothing is counted, for all numbers below this. */
  static FarTally lent(int numbers) {
    int room = numbers - FacetNames.FAR;
    FarTally tally;
    synchronized (IDLE) {
      tally = IDLE.poll();
    }
    return tally == null || tally.counts.length < room ? new FarTally(room + room / 8) : tally;
  }

  @Override
  public void giveBack() {
    for (int at = 0; at < size; at++) {
      counts[touched[at]] = 0;
    }
    size = 0;
    synchronized (IDLE) {
      if (IDLE.size() < MOST) {
        IDLE.push(this);
      }
    }
  }

  /**
   * Without a branch: the machine would guess wrong at every other number whether it occurs for the
   * first time, and could not look ahead.
   */
  @Override
  public void count(SegmentFacets segment, int[] documents, int many) {
    int[] starts = segment.farStarts();
    int[] values = segment.far();
    int end = size;
    for (int i = 0; i < many; i++) {
      for (int at = starts[documents[i]]; at < starts[documents[i] + 1]; at++) {
        end = add(values[at] - FacetNames.FAR, 1, end);
      }
    }
    size = end;
  }

  private int add(int number, int times, int end) {
    int before = counts[number];
    touched[end] = number;
    counts[number] = before + times;
    return end + ((before - 1) >>> (Integer.SIZE - 1));
  }

  @Override
  public void count(SegmentFacets segment, int document, Facets facets, int facet) {
    for (int at = segment.farStarts()[document]; at < segment.farStarts()[document + 1]; at++) {
      int number = segment.far()[at];
      if (facets.of()[number] == facet) {
        size = add(number - FacetNames.FAR, 1, size);
      }
    }
  }

  /** Adds what another has counted, which has room for as many. */
  void add(FarTally other) {
    for (int at = 0; at < other.size; at++) {
      int number = other.touched[at];
      size = add(number, other.counts[number], size);
    }
  }

  /** Hands over each number that occurs. */
  void each(IntConsumer taker) {
    for (int at = 0; at < size; at++) {
      taker.accept(FacetNames.FAR + touched[at]);
    }
  }

  int times(int number) {
    return counts[number - FacetNames.FAR];
  }
}
