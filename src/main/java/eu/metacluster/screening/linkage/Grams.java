package eu.metacluster.screening.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Every row as a set of character n-grams of its words (three and four letters, with the word's
 * ends), each weighted by how rare it is.
 */
final class Grams {

  private static final int BUCKETS = 1 << 22;

  private final int[] begins;
  private final int[] grams;
  private final int[] rows;
  private final float[] norms;
  private final float[] weights;
  private final int size;

  Grams(Corpus corpus) {
    size = corpus.size();
    Words words = corpus.words();
    int[][] ofWord = new int[words.size()][];
    IntStream.range(0, ofWord.length).parallel().forEach(i -> ofWord[i] = of(words.word(i)));
    rows = new int[numbered(ofWord)];
    begins = new int[size + 1];
    int[] all = new int[1 << 16];
    int length = 0;
    for (int row = 0; row < size; row++) {
      int[] set = ofRow(corpus.row(row), ofWord);
      if (length + set.length > all.length) {
        all = Arrays.copyOf(all, Math.max(all.length + all.length / 2, length + set.length));
      }
      System.arraycopy(set, 0, all, length, set.length);
      length += set.length;
      begins[row + 1] = length;
      for (int gram : set) {
        rows[gram]++;
      }
    }
    grams = Arrays.copyOf(all, length);
    weights = new float[rows.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rows[i] == 0 ? 0 : (float) Math.log(1.0 + (double) size / rows[i]);
    }
    norms = new float[size];
    IntStream.range(0, size).parallel().forEach(row -> norms[row] = (float) Math.sqrt(square(row)));
  }

  /**
   * Gives the buckets that occur numbers of their own, in their order, so that what is kept for
   * each stays small.
   */
  private static int numbered(int[][] ofWord) {
    int[] numbers = new int[BUCKETS];
    for (int[] buckets : ofWord) {
      for (int bucket : buckets) {
        numbers[bucket] = 1;
      }
    }
    int count = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      numbers[bucket] = numbers[bucket] == 0 ? 0 : count++;
    }
    for (int[] buckets : ofWord) {
      Arrays.setAll(buckets, i -> numbers[buckets[i]]);
    }
    return count;
  }

  private double square(int row) {
    double sum = 0;
    for (int at = begins[row]; at < begins[row + 1]; at++) {
      double weight = weight(grams[at]);
      sum += weight * weight;
    }
    return sum;
  }

  private static int[] ofRow(int[] text, int[][] ofWord) {
    int count = 0;
    for (int word : text) {
      count += ofWord[word].length;
    }
    int[] all = new int[count];
    int at = 0;
    for (int word : text) {
      System.arraycopy(ofWord[word], 0, all, at, ofWord[word].length);
      at += ofWord[word].length;
    }
    Arrays.sort(all);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    return Arrays.copyOf(all, kept);
  }

  static int[] of(String word) {
    String padded = " " + word + " ";
    int length = padded.length();
    int threes = Math.max(0, length - 2);
    int[] grams = new int[threes + Math.max(0, length - 3)];
    for (int i = 0; i + 3 <= length; i++) {
      grams[i] = bucket(padded, i, 3);
    }
    for (int i = 0; i + 4 <= length; i++) {
      grams[threes + i] = bucket(padded, i, 4);
    }
    return grams;
  }

  private static int bucket(String text, int begin, int count) {
    long hash = count;
    for (int i = begin; i < begin + count; i++) {
      hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash >>> 20) & (BUCKETS - 1);
  }

  /** How many different n-grams there are. */
  int distinct() {
    return rows.length;
  }

  int rows(int gram) {
    return rows[gram];
  }

  float weight(int gram) {
    return weights[gram];
  }

  float norm(int row) {
    return norms[row];
  }

  int[] row(int row) {
    return Arrays.copyOfRange(grams, begins[row], begins[row + 1]);
  }

  int begin(int row) {
    return begins[row];
  }

  int gram(int at) {
    return grams[at];
  }

  /** One row at a time, laid out by n-gram, so that many others are compared with it quickly. */
  final class Laid {

    private final double[] squares = new double[rows.length];
    private int row = -1;

    /** Takes up the row in place of the one before. */
    void lay(int next) {
      if (row >= 0) {
        for (int at = begins[row]; at < begins[row + 1]; at++) {
          squares[grams[at]] = 0;
        }
      }
      row = next;
      for (int at = begins[row]; at < begins[row + 1]; at++) {
        double weight = weights[grams[at]];
        squares[grams[at]] = weight * weight;
      }
    }

    /** Cosine with another row, 0 when one of them is empty. */
    double cosine(int other) {
      int at = begins[other];
      int end = begins[other + 1];
      double even = 0;
      double odd = 0;
      for (; at + 1 < end; at += 2) {
        even += squares[grams[at]];
        odd += squares[grams[at + 1]];
      }
      double sum = even + odd + (at < end ? squares[grams[at]] : 0);
      double norm = (double) norms[row] * norms[other];
      return norm == 0 ? 0 : sum / norm;
    }
  }
}
