package eu.metacluster.screening.learning;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How often each term stands in each text.
 *
 * @param hashes distinct terms of each text, ascending
 * @param counts how often, at the same place
 */
record TermCounts(long[][] hashes, int[][] counts) {

  /** Counts words, and pairs of words where asked, in that part of each text that is named. */
  static TermCounts of(
      List<ScreeningText> texts,
      Function<ScreeningText, List<String>> part,
      Terms.Form form,
      boolean pairs) {
    TermCounts all = new TermCounts(new long[texts.size()][], new int[texts.size()][]);
    IntStream.range(0, texts.size())
        .parallel()
        .forEach(i -> all.count(i, terms(part.apply(texts.get(i)), form, pairs)));
    return all;
  }

  int texts() {
    return hashes.length;
  }

  private void count(int text, long[] terms) {
    Arrays.sort(terms);
    long[] distinct = new long[terms.length];
    int[] times = new int[terms.length];
    int size = 0;
    for (int i = 0; i < terms.length; i++) {
      if (i == 0 || terms[i] != terms[i - 1]) {
        distinct[size++] = terms[i];
      }
      times[size - 1]++;
    }
    hashes[text] = Arrays.copyOf(distinct, size);
    counts[text] = Arrays.copyOf(times, size);
  }

  private static long[] terms(List<String> parts, Terms.Form form, boolean pairs) {
    Terms reader = new Terms(form);
    Growing found = new Growing();
    for (String part : parts) {
      reader.read(
          part,
          (hash, pair) -> {
            if (pairs || !pair) {
              found.add(hash);
            }
          });
    }
    return found.all();
  }

  private static final class Growing {
    private long[] values = new long[256];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    long[] all() {
      return Arrays.copyOf(values, size);
    }
  }
}
