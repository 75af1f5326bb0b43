package eu.metacluster.discovery.index;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts how often each of many numbers occurs, of which most do not: what it takes depends on
 * those that do. Used by one thread at a time; lent and given back, because making room for a
 * million numbers takes longer than counting.
 */
final class Tally {

  /** So many are kept, one for each of some threads and for what they have together. */
  private static final int MOST = Runtime.getRuntime().availableProcessors() + 2;

  private static final Deque<Tally> IDLE = new ArrayDeque<>();

  private final int[] counts;
  private final int[] touched;
  private int size;

  private Tally(int room) {
    counts = new int[room];
    touched = new int[room];
  }

  /** One in which nothing is counted, for numbers from 0 and below this. */
  static Tally lent(int room) {
    Tally tally;
    synchronized (IDLE) {
      tally = IDLE.poll();
    }
    return tally != null && tally.counts.length >= room ? tally : new Tally(room + room / 8);
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

  /** Counts the numbers in a part of an array. */
  void count(int[] numbers, int from, int to) {
    int many = size;
    for (int at = from; at < to; at++) {
      int number = numbers[at];
      if (counts[number]++ == 0) {
        touched[many++] = number;
      }
    }
    size = many;
  }

  void add(int number, int times) {
    if (counts[number] == 0) {
      touched[size++] = number;
    }
    counts[number] += times;
  }

  /** How many numbers occur. */
  int size() {
    return size;
  }

  /** One of those that occur. */
  int number(int at) {
    return touched[at];
  }

  int times(int number) {
    return counts[number];
  }

  void clear() {
    for (int at = 0; at < size; at++) {
      counts[touched[at]] = 0;
    }
    size = 0;
  }
}
