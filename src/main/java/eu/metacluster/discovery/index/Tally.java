package eu.metacluster.discovery.index;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntConsumer;

/**
 * Counts how often each of many numbers occurs, of which most do not: what it takes depends on
 * those that do. Used by one thread at a time; lent and given back, because making room for a
 * million numbers takes longer than counting.
 */
final class Tally {

  /** So many are kept, one for each of some threads and for what they have together. */
  private static final int MOST = Runtime.getRuntime().availableProcessors() + 2;

  /**
   * From one in so many on, walking along all numbers takes less than visiting those that occur.
   */
  private static final int CROWDED = 16;

  private static final Deque<Tally> IDLE = new ArrayDeque<>();

  private final int[] counts;

  /** The numbers that occur, the first {@link #size} of them; one more is written than counts. */
  private final int[] touched;

  private int room;
  private int size;

  /** Whether so many occur that nobody notes which. */
  private boolean crowded;

  private Tally(int most) {
    counts = new int[most];
    touched = new int[most + 1];
  }

  /** One in which nothing is counted, for numbers from 0 and below this. */
  static Tally lent(int room) {
    Tally tally;
    synchronized (IDLE) {
      tally = IDLE.poll();
    }
    if (tally == null || tally.counts.length < room) {
      tally = new Tally(room + room / 8);
    }
    tally.room = room;
    return tally;
  }

  /** Nobody may use it afterwards. */
  void giveBack() {
    clear();
    synchronized (IDLE) {
      if (IDLE.size() < MOST) {
        IDLE.push(this);
      }
    }
  }

  /**
   * Counts the numbers in a part of an array. Without a branch: the machine would guess wrong at
   * every other number whether it occurs for the first time, and could not look ahead.
   */
  void count(int[] numbers, int from, int to) {
    if (crowded) {
      for (int at = from; at < to; at++) {
        counts[numbers[at]]++;
      }
      return;
    }
    int many = size;
    for (int at = from; at < to; at++) {
      int number = numbers[at];
      int before = counts[number];
      touched[many] = number;
      many += (before - 1) >>> (Integer.SIZE - 1);
      counts[number] = before + 1;
    }
    size = many;
    crowded = many > room / CROWDED;
  }

  /** Adds one to what was counted of a number. */
  void add(int number) {
    if (counts[number]++ == 0 && !crowded) {
      touched[size++] = number;
    }
  }

  /** Adds what another has counted, which has room for as many. */
  void add(Tally other) {
    if (crowded || other.crowded || size + other.size > room / CROWDED) {
      crowded = true;
      for (int number = 0; number < room; number++) {
        counts[number] += other.counts[number];
      }
    } else {
      for (int at = 0; at < other.size; at++) {
        int number = other.touched[at];
        int before = counts[number];
        touched[size] = number;
        size += before == 0 ? 1 : 0;
        counts[number] = before + other.counts[number];
      }
    }
  }

  /** Hands over each number that occurs. */
  void each(IntConsumer taker) {
    if (crowded) {
      for (int number = 0; number < room; number++) {
        if (counts[number] > 0) {
          taker.accept(number);
        }
      }
    } else {
      for (int at = 0; at < size; at++) {
        taker.accept(touched[at]);
      }
    }
  }

  int times(int number) {
    return counts[number];
  }

  private void clear() {
    if (crowded) {
      Arrays.fill(counts, 0, room, 0);
    } else {
      for (int at = 0; at < size; at++) {
        counts[touched[at]] = 0;
      }
    }
    size = 0;
    crowded = false;
  }
}
