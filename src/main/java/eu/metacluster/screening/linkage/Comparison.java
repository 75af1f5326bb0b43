package eu.metacluster.screening.linkage;

import eu.metacluster.screening.linkage.Corpus.Stretch;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far the two rows of each candidate pair agree: as a whole by n-grams and by words, by the
 * rarest word they share, and column by column. A likeness is between 0 and 1 and kept in a
 * hundredth of it; a column that says nothing on one side is {@link #SILENT}, unless the other
 * side's value stands elsewhere in the row: sources do move values between columns.
 */
final class Comparison {

  static final byte SILENT = -1;

  /** Places of the likenesses that are not a column's. */
  static final int GRAMS = 0;

  static final int WORDS = 1;
  static final int RAREST = 2;
  static final int NUMBERS = 3;
  static final int COLUMNS = 4;

  private static final int PARTS = 64;
  private static final double MOVED = 0.6;
  private static final double MOVED_IN_PART = 0.8;
  private static final double WORTH_OF_MOVED = 0.95;

  private final Corpus corpus;
  private final Grams grams;
  private final double[] weights;
  private final byte[][] likeness;
  private final float[] whole;

  Comparison(Corpus corpus, Grams grams, Pairs pairs) {
    this.corpus = corpus;
    this.grams = grams;
    weights = corpus.words().weights(corpus.size());
    likeness = new byte[COLUMNS + corpus.columns().size()][pairs.size()];
    whole = new float[pairs.size()];
    IntStream.range(0, PARTS).parallel().forEach(part -> compare(part, pairs));
  }

  /** Pairs of one row stand together, so the row is laid out once for all of them. */
  private void compare(int part, Pairs pairs) {
    Grams.Laid laid = grams.new Laid();
    int last = -1;
    int end = (int) ((long) pairs.size() * (part + 1) / PARTS);
    for (int pair = (int) ((long) pairs.size() * part / PARTS); pair < end; pair++) {
      int one = pairs.one()[pair];
      if (one != last) {
        laid.lay(one);
        last = one;
      }
      whole[pair] = (float) laid.cosine(pairs.other()[pair]);
      compare(pair, one, pairs.other()[pair]);
    }
  }

  private void compare(int pair, int one, int other) {
    Stretch oneRow = corpus.whole(one);
    Stretch otherRow = corpus.whole(other);
    Overlap rows = Overlap.of(oneRow, otherRow, corpus, weights);
    likeness[GRAMS][pair] = hundredths(whole[pair]);
    likeness[WORDS][pair] = hundredths(rows.share());
    likeness[RAREST][pair] = hundredths(rows.rarest() / Math.log(1.0 + corpus.size()));
    double numbers = numbers(one, other);
    likeness[NUMBERS][pair] = numbers < 0 ? SILENT : hundredths(numbers);
    for (int column = 0; column < corpus.columns().size(); column++) {
      double alike = column(corpus.cell(one, column), corpus.cell(other, column), oneRow, otherRow);
      likeness[COLUMNS + column][pair] = alike < 0 ? SILENT : hundredths(alike);
    }
  }

  /**
   * Share of the numbers in common, of those that stand in a cell where the other row has none:
   * columns do not compare these with each other. Silent when one row has no such number.
   */
  private double numbers(int one, int other) {
    int[] ofOne = loose(one, other);
    int[] ofOther = ofOne.length == 0 ? ofOne : loose(other, one);
    double common = 0;
    for (int i = 0; i < ofOne.length; i++) {
      for (int word : ofOther) {
        if (word == ofOne[i]) {
          common += weights[word];
          break;
        }
      }
    }
    double product = sum(ofOne) * sum(ofOther);
    return product == 0 ? SILENT : common / Math.sqrt(product);
  }

  /** Each number of the one row that stands in a cell where the other has none, once. */
  private int[] loose(int one, int other) {
    int[] found = {};
    for (int column = 0; column <= corpus.columns().size(); column++) {
      Stretch cell = corpus.cell(one, column);
      if (numbers(cell) && !numbers(corpus.cell(other, column))) {
        int[] some = found;
        found =
            IntStream.concat(
                    Arrays.stream(some),
                    IntStream.range(cell.begin(), cell.end())
                        .map(corpus::word)
                        .filter(corpus.words()::number))
                .distinct()
                .toArray();
      }
    }
    return found;
  }

  private boolean numbers(Stretch cell) {
    for (int at = cell.begin(); at < cell.end(); at++) {
      if (corpus.words().number(corpus.word(at))) {
        return true;
      }
    }
    return false;
  }

  private double sum(int[] some) {
    double sum = 0;
    for (int word : some) {
      sum += weights[word];
    }
    return sum;
  }

  private double column(Stretch one, Stretch other, Stretch oneRow, Stretch otherRow) {
    if (one.empty() && other.empty()) {
      return SILENT;
    }
    if (one.empty() || other.empty()) {
      double moved = within(one, other, oneRow, otherRow, MOVED);
      return moved >= MOVED ? moved : SILENT;
    }
    double own = Overlap.of(one, other, corpus, weights).share();
    if (own >= WORTH_OF_MOVED) {
      return own;
    }
    double least = Math.max(MOVED_IN_PART, own / WORTH_OF_MOVED);
    double moved = within(one, other, oneRow, otherRow, least);
    return moved > MOVED_IN_PART ? Math.max(own, WORTH_OF_MOVED * moved) : own;
  }

  /** How far a value stands in the other row; anything smaller when that is less than the least. */
  private double within(
      Stretch one, Stretch other, Stretch oneRow, Stretch otherRow, double least) {
    double first = Overlap.within(one, otherRow, corpus, weights, least);
    double second = Overlap.within(other, oneRow, corpus, weights, Math.max(first, least));
    return Math.max(first, second);
  }

  private static byte hundredths(double likeness) {
    return (byte) Math.round(100 * Math.clamp(likeness, 0, 1));
  }

  /** Likeness in hundredths, or {@link #SILENT}. */
  byte at(int feature, int pair) {
    return likeness[feature][pair];
  }

  int features() {
    return likeness.length;
  }

  /** Cosine of whole rows, unrounded. */
  float[] whole() {
    return whole;
  }
}
