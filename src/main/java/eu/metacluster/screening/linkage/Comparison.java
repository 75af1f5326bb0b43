package eu.metacluster.screening.linkage;

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
  static final int COLUMNS = 3;

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
    IntStream.range(0, pairs.size())
        .parallel()
        .forEach(pair -> compare(pair, pairs.one()[pair], pairs.other()[pair]));
  }

  private void compare(int pair, int one, int other) {
    int[] oneRow = corpus.row(one);
    int[] otherRow = corpus.row(other);
    Overlap rows = Overlap.of(oneRow, otherRow, corpus.words(), weights);
    whole[pair] = (float) grams.cosine(one, other);
    likeness[GRAMS][pair] = hundredths(whole[pair]);
    likeness[WORDS][pair] = hundredths(rows.share());
    likeness[RAREST][pair] = hundredths(rows.rarest() / Math.log(1.0 + corpus.size()));
    for (int column = 0; column < corpus.columns().size(); column++) {
      double alike = column(corpus.cell(one, column), corpus.cell(other, column), oneRow, otherRow);
      likeness[COLUMNS + column][pair] = alike < 0 ? SILENT : hundredths(alike);
    }
  }

  private double column(int[] one, int[] other, int[] oneRow, int[] otherRow) {
    if (one.length == 0 && other.length == 0) {
      return SILENT;
    }
    if (one.length == 0 || other.length == 0) {
      double moved = Math.max(within(one, otherRow), within(other, oneRow));
      return moved >= MOVED ? moved : SILENT;
    }
    double own = Overlap.of(one, other, corpus.words(), weights).share();
    if (own >= WORTH_OF_MOVED) {
      return own;
    }
    double moved = Math.max(within(one, otherRow), within(other, oneRow));
    return moved > MOVED_IN_PART ? Math.max(own, WORTH_OF_MOVED * moved) : own;
  }

  private double within(int[] value, int[] row) {
    return value.length == 0 ? 0 : Overlap.of(value, row, corpus.words(), weights).within();
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
