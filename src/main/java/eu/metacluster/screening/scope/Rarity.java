package eu.metacluster.screening.scope;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How rare each word and pair of words is among the texts that are ranked. It counts by hash and
 * keeps no words; a word that none of them has is as rare as one that a single text has.
 */
final class Rarity {

  private static final int BITS = 19;

  private final short[] many;
  private final int texts;

  private Rarity(short[] many, int texts) {
    this.many = many;
    this.texts = texts;
  }

  /** Before any text is known: every word weighs the same. */
  static Rarity unknown() {
    return new Rarity(new short[0], 0);
  }

  static Rarity of(Collection<Map<Integer, Double>> counts) {
    short[] many = new short[1 << BITS];
    for (Map<Integer, Double> one : counts) {
      for (int word : one.keySet()) {
        if (many[word] < Short.MAX_VALUE) {
          many[word]++;
        }
      }
    }
    return new Rarity(many, counts.size());
  }

  static int word(long hash) {
    return (int) (hash >>> (Long.SIZE - BITS));
  }

  boolean fitted() {
    return texts > 0;
  }

  double weight(int word) {
    return texts == 0 ? 1 : Math.log((1.0 + texts) / Math.max(1, many[word]));
  }

  /** Sublinear TF-IDF of unit length. */
  Map<Integer, Double> weighed(Map<Integer, Double> counts) {
    Map<Integer, Double> weighed = new HashMap<>(counts.size() * 2);
    double square = 0;
    for (Map.Entry<Integer, Double> one : counts.entrySet()) {
      double weight = (1 + Math.log(one.getValue())) * weight(one.getKey());
      weighed.put(one.getKey(), weight);
      square += weight * weight;
    }
    double length = square == 0 ? 1 : Math.sqrt(square);
    weighed.replaceAll((word, weight) -> weight / length);
    return weighed;
  }

  /** As above for what is looked for: what no ranked text has takes no part. */
  Map<Integer, Double> weighedAsKnown(Map<Integer, Double> counts) {
    Map<Integer, Double> known = new HashMap<>(counts);
    known.keySet().removeIf(word -> texts > 0 && many[word] == 0);
    return weighed(known);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(texts);
    for (short one : many) {
      out.writeShort(one);
    }
  }

  static Rarity read(DataInputStream in) throws IOException {
    int texts = in.readInt();
    if (texts == 0) {
      return unknown();
    }
    short[] many = new short[1 << BITS];
    for (int i = 0; i < many.length; i++) {
      many[i] = in.readShort();
    }
    return new Rarity(many, texts);
  }
}
