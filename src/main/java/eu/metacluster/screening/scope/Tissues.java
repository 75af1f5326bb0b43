package eu.metacluster.screening.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The question which cancers a text in scope is about, answered for all tissues together.
 *
 * @param biases one per tissue of the lexicon, and for any in the last place
 * @param weights one per number of {@link TissueFeatures#of(int)}, the same for all tissues
 * @param anyWeights one per number of {@link TissueFeatures#ofAny()}
 * @param threshold the probability from which a tissue is proposed; the likeliest always is
 */
record Tissues(
    float[] biases, float[] weights, float[] anyWeights, TissueChoice choice, float threshold) {

  static final String ANY = "any";

  /** The probability of each tissue of the lexicon, and of any in the last place. */
  double[] probabilities(TissueFeatures features) {
    int many = biases.length - 1;
    double[] margins = new double[many];
    for (int t = 0; t < many; t++) {
      margins[t] = biases[t] + dot(weights, features.of(t));
    }
    return choice.probabilities(margins, biases[many] + dot(anyWeights, features.ofAny()));
  }

  Map<String, Double> proposals(TissueFeatures features, List<String> names) {
    double[] probabilities = probabilities(features);
    int likeliest = likeliest(probabilities);
    Map<String, Double> proposed = new HashMap<>();
    for (int t = 0; t < probabilities.length; t++) {
      if (t == likeliest || probabilities[t] >= threshold) {
        proposed.put(names.get(t), probabilities[t]);
      }
    }
    return proposed;
  }

  Tissues withThreshold(double value) {
    return new Tissues(biases, weights, anyWeights, choice, (float) value);
  }

  static int likeliest(double[] probabilities) {
    int likeliest = 0;
    for (int t = 1; t < probabilities.length; t++) {
      likeliest = probabilities[t] > probabilities[likeliest] ? t : likeliest;
    }
    return likeliest;
  }

  private static double dot(float[] weights, float[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
