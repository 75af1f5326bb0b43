package eu.metacluster.discovery.matching;

import eu.metacluster.platform.model.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts made ready to be compared with each other. */
final class Texts {

  private final List<Ready> all = new ArrayList<>();

  private Texts() {}

  /**
   * @param said how much of a brief text each of its terms is, all together 1; empty for others
   * @param meaning empty when there is no vector
   */
  private record Ready(
      Piece piece, Weighted words, Weighted pairs, float[] said, float[] meaning) {}

  /** The same texts weighed by their own vocabulary. */
  static Texts of(List<Piece> pieces, List<float @Nullable []> vectors) {
    List<Map<String, Integer>> counts = pieces.parallelStream().map(Terms::of).toList();
    return of(pieces, counts, Vocabulary.of(counts), vectors);
  }

  /**
   * Makes texts ready.
   *
   * @param counts their terms
   * @param vectors what they mean, of length 1 and without what all have in common; null where
   *     nobody knows
   */
  static Texts of(
      List<Piece> pieces,
      List<Map<String, Integer>> counts,
      Vocabulary vocabulary,
      List<float @Nullable []> vectors) {
    Texts texts = new Texts();
    for (int i = 0; i < pieces.size(); i++) {
      float[] vector = vectors.get(i);
      Weighted pairs = vocabulary.weigh(counts.get(i), term -> true);
      texts.all.add(
          new Ready(
              pieces.get(i),
              vocabulary.weigh(counts.get(i), term -> !Terms.pair(term)),
              pairs,
              pieces.get(i).brief() ? said(pairs, vocabulary) : new float[0],
              vector == null ? new float[0] : vector));
    }
    return texts;
  }

  /** What is rare is most of what a few words say. */
  private static float[] said(Weighted pairs, Vocabulary vocabulary) {
    float[] said = new float[pairs.terms().length];
    float sum = 0;
    for (int i = 0; i < said.length; i++) {
      double rarity = vocabulary.rarity(pairs.terms()[i]);
      said[i] = (float) (rarity * rarity * rarity);
      sum += said[i];
    }
    for (int i = 0; i < said.length; i++) {
      said[i] /= sum;
    }
    return said;
  }

  /** How many there are. */
  int size() {
    return all.size();
  }

  /** The terms that make two of them alike, as the second writes them. */
  List<String> inCommon(int one, int other, Vocabulary vocabulary) {
    Ready written = all.get(other);
    return CommonWords.of(all.get(one).pairs(), written.pairs(), vocabulary, written.piece());
  }

  /** How alike two of them are. */
  Likeness between(int one, int other) {
    Ready a = all.get(one);
    Ready b = all.get(other);
    return new Likeness(
        a.words().likeness(b.words()),
        a.pairs().likeness(b.pairs()),
        meant(one, other) ? Vectors.likeness(a.meaning(), b.meaning()) : 0,
        Math.max(a.pairs().covered(a.said(), b.pairs()), b.pairs().covered(b.said(), a.pairs())),
        a.piece().brief() || b.piece().brief());
  }

  /** Whether it is known of two of them what they mean. */
  boolean meant(int one, int other) {
    return all.get(one).meaning().length > 0 && all.get(other).meaning().length > 0;
  }

  /** The joint likeness of these with those, a row for each of these. */
  float[][] table(List<Integer> these, List<Integer> those) {
    float[][] table = new float[these.size()][];
    java.util.stream.IntStream.range(0, these.size())
        .parallel()
        .forEach(
            row -> {
              float[] line = new float[those.size()];
              for (int i = 0; i < line.length; i++) {
                line[i] = between(these.get(row), those.get(i)).joint();
              }
              table[row] = line;
            });
    return table;
  }

  /** Their order by a number each, greatest first. */
  static List<Integer> order(float[] scores) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> -scores[i]));
    return order;
  }
}
