package eu.metacluster.discovery.index;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Counts the values that are counted for every answer, see {@link FacetNames}. */
final class NearTally implements Counting {

  /** So many are kept, one for each of some threads and for what they have together. */
  private static final int MOST = Runtime.getRuntime().availableProcessors() + 2;

  /** So many numbers the machine fetches at once. */
  private static final int LINE = 32;

  private static final Deque<NearTally> IDLE = new ArrayDeque<>();

  private final int[] counts = new int[FacetNames.FAR];

  /** Keeps the compiler from leaving out what is only looked at. */
  @SuppressWarnings("UnusedVariable")
  private int seen;

  private NearTally() {}

  /** One in which nothing is counted. */
  static NearTally lent() {
    synchronized (IDLE) {
      NearTally idle = IDLE.poll();
      return idle == null ? new NearTally() : idle;
    }
  }

  @Override
  public void giveBack() {
    Arrays.fill(counts, 0);
    synchronized (IDLE) {
      if (IDLE.size() < MOST) {
        IDLE.push(this);
      }
    }
  }

  /**
   * Looking at the beginning of each document before any is counted lets the machine fetch them all
   * at once; asked for one by one, each would be waited for.
   */
  @Override
  public void count(SegmentFacets segment, int[] documents, int many) {
    char[] values = segment.near();
    int[] starts = segment.starts();
    int touched = 0;
    for (int i = 0; i < many; i++) {
      for (int at = starts[documents[i]]; at < starts[documents[i] + 1]; at += LINE) {
        touched += values[at];
      }
    }
    seen = touched;
    for (int i = 0; i < many; i++) {
      int end = starts[documents[i] + 1];
      for (int at = starts[documents[i]]; at < end; at++) {
        counts[values[at]]++;
      }
    }
  }

  @Override
  public void count(SegmentFacets segment, int document, Facets facets, int facet) {
    int end = segment.starts()[document + 1];
    for (int at = segment.starts()[document]; at < end; at++) {
      int number = segment.near()[at];
      if (number < FacetNames.SETS) {
        add(number, facets, facet);
      } else {
        for (int member : facets.members()[number - FacetNames.SETS]) {
          add(member, facets, facet);
        }
      }
    }
  }

  private void add(int number, Facets facets, int facet) {
    if (facets.of()[number] == facet) {
      counts[number]++;
    }
  }

  /** Adds what another has counted. */
  void add(NearTally other) {
    for (int number = 0; number < counts.length; number++) {
      counts[number] += other.counts[number];
    }
  }

  /** Counts each of several values that were counted together. */
  void spread(int[][] members) {
    for (int set = 0; set < Math.min(members.length, FacetNames.FAR - FacetNames.SETS); set++) {
      int times = counts[FacetNames.SETS + set];
      if (times > 0) {
        for (int member : members[set]) {
          counts[member] += times;
        }
        counts[FacetNames.SETS + set] = 0;
      }
    }
  }

  /** How often a value was counted, after {@link #spread}. */
  int times(int number) {
    return counts[number];
  }
}
