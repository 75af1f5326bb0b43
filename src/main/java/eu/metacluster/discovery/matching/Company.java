package eu.metacluster.discovery.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts nearest to a document of a profile, which speak for the profile together with it: what
 * somebody knows is more than the words of what he or she wrote. Feedback from what is near without
 * anybody's judgement, as in Rocchio (1971).
 *
 * @param nearest their places among all texts
 * @param shares how much each says, all together 1
 */
record Company(int[] nearest, float[] shares) {

  private static final int MANY = 5;

  /** How much all of them say beside the document. */
  private static final float BESIDE = 0.3f;

  /**
   * Those nearest to a document.
   *
   * @param likenesses of all texts to it
   * @param own its own place among them, or -1
   */
  static Company of(float[] likenesses, int own) {
    List<Integer> nearest =
        Texts.order(likenesses).stream()
            .filter(one -> one != own && likenesses[one] > 0)
            .limit(MANY)
            .toList();
    int[] places = nearest.stream().mapToInt(Integer::intValue).toArray();
    float[] shares = new float[places.length];
    float sum = 0;
    for (int place : places) {
      sum += likenesses[place];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = likenesses[places[i]] / sum;
    }
    return new Company(places, shares);
  }

  /**
   * How near a text is to the document and its company.
   *
   * @param likenesses of the text to all texts
   * @param document the document's place among them
   * @param text its own place: where it is of the company, it does not speak for itself; what it
   *     has of the document stands for what it has of itself
   */
  float near(float[] likenesses, int document, int text) {
    float own = likenesses[document];
    float sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * (nearest[i] == text ? own : likenesses[nearest[i]]);
    }
    return shares.length == 0 ? own : (own + BESIDE * sum) / (1 + BESIDE);
  }

  /** The places of the company. */
  Stream<Integer> places() {
    return Arrays.stream(nearest).boxed();
  }
}
