package eu.metacluster.screening.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * For each row the most similar ones it could be the same as: in the other table, or in its own
 * when there is one only. Looks into the lists of a row's rarest n-grams first and stops after a
 * fixed number of entries, so that the time grows with the rows and not with their square.
 */
final class Neighbours {

  private static final int ENTRIES = 10_000;

  private final Corpus corpus;
  private final Grams grams;
  private final int count;
  private final Apart apart;
  private final int[] begins;
  private final int[] entries;

  /** Where in a gram's list the second table begins. */
  private final int[] splits;

  Neighbours(Corpus corpus, Grams grams, int count, Apart apart) {
    this.corpus = corpus;
    this.grams = grams;
    this.count = count;
    this.apart = apart;
    int size = corpus.size();
    begins = new int[grams.distinct() + 1];
    for (int gram = 0; gram < grams.distinct(); gram++) {
      begins[gram + 1] = begins[gram] + (listed(gram) ? grams.rows(gram) : 0);
    }
    entries = new int[begins[grams.distinct()]];
    int[] next = Arrays.copyOf(begins, grams.distinct());
    for (int row = 0; row < size; row++) {
      for (int at = grams.begin(row); at < grams.begin(row + 1); at++) {
        int gram = grams.gram(at);
        if (listed(gram)) {
          entries[next[gram]++] = row;
        }
      }
    }
    splits = new int[grams.distinct()];
    Arrays.setAll(splits, gram -> split(begins[gram], begins[gram + 1]));
  }

  private boolean listed(int gram) {
    return grams.rows(gram) > 1 && grams.rows(gram) <= ENTRIES;
  }

  /** Numbers of the nearest rows, best first, for every row. */
  int[][] all() {
    int[][] nearest = new int[corpus.size()][];
    int parts = 64;
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              Scores scores = new Scores(corpus.size(), grams);
              for (int row = part; row < nearest.length; row += parts) {
                nearest[row] = of(row, scores);
              }
            });
    return nearest;
  }

  private int[] of(int row, Scores scores) {
    long[] rarest = rarestFirst(row);
    int left = ENTRIES;
    for (int i = 0; i < rarest.length && left > 0; i++) {
      int gram = (int) rarest[i];
      if (!listed(gram)) {
        continue;
      }
      int begin = begins[gram];
      int end = begins[gram + 1];
      if (corpus.first() < corpus.size()) {
        int split = splits[gram];
        begin = row < corpus.first() ? split : begin;
        end = row < corpus.first() ? end : split;
      }
      float weight = grams.weight(gram) * grams.weight(gram);
      for (int at = begin; at < end; at++) {
        scores.add(entries[at], weight);
      }
      left -= end - begin;
    }
    return scores.best(row, count, apart);
  }

  private long[] rarestFirst(int row) {
    long[] ordered = new long[grams.begin(row + 1) - grams.begin(row)];
    for (int i = 0; i < ordered.length; i++) {
      int gram = grams.gram(grams.begin(row) + i);
      ordered[i] = (long) grams.rows(gram) << 32 | gram;
    }
    Arrays.sort(ordered);
    return ordered;
  }

  private int split(int begin, int end) {
    int at = Arrays.binarySearch(entries, begin, end, corpus.first());
    return at < 0 ? -at - 1 : at;
  }

  /** Sums per row, cleared by what was touched. */
  private static final class Scores {

    private final Grams grams;
    private final Grams.Laid laid;
    private final float[] sums;
    private int[] touched = new int[1024];
    private int length;

    Scores(int size, Grams grams) {
      this.grams = grams;
      laid = grams.new Laid();
      sums = new float[size];
    }

    void add(int row, float weight) {
      if (sums[row] == 0) {
        if (length == touched.length) {
          touched = Arrays.copyOf(touched, length * 2);
        }
        touched[length++] = row;
      }
      sums[row] += weight;
    }

    int[] best(int row, int count, Apart apart) {
      long[] heap = new long[2 * count];
      int held = 0;
      long least = 0;
      for (int i = 0; i < length; i++) {
        int other = touched[i];
        float score = sums[other] / Math.max(1e-6f, grams.norm(other));
        sums[other] = 0;
        long key = (long) Float.floatToIntBits(score) << 32 | (Integer.MAX_VALUE - other);
        if (other == row || (held == heap.length && key <= least) || apart.test(row, other)) {
          continue;
        }
        if (held < heap.length) {
          heap[held++] = key;
        } else {
          heap[place(heap, least)] = key;
        }
        least = held < heap.length ? Long.MIN_VALUE : Arrays.stream(heap).min().orElseThrow();
      }
      length = 0;
      laid.lay(row);
      return exact(Arrays.copyOf(heap, held), count);
    }

    private static int place(long[] heap, long least) {
      int place = 0;
      while (heap[place] != least) {
        place++;
      }
      return place;
    }

    private int[] exact(long[] found, int count) {
      long[] keys = new long[found.length];
      for (int i = 0; i < keys.length; i++) {
        int other = Integer.MAX_VALUE - (int) found[i];
        float cosine = (float) laid.cosine(other);
        keys[i] = (long) Float.floatToIntBits(cosine) << 32 | (Integer.MAX_VALUE - other);
      }
      Arrays.sort(keys);
      int[] best = new int[Math.min(count, keys.length)];
      for (int i = 0; i < best.length; i++) {
        best[i] = Integer.MAX_VALUE - (int) keys[keys.length - 1 - i];
      }
      return best;
    }
  }
}
