package eu.metacluster.discovery.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vectors without what all have in common, which says nothing of how alike two of them are. */
final class Centred {

  private Centred() {}

  /** The mean of those there are; empty when there is none. */
  static float[] mean(Iterable<float @Nullable []> vectors) {
    float[] sum = new float[0];
    int many = 0;
    for (float[] vector : vectors) {
      if (vector != null) {
        sum = many++ == 0 ? new float[vector.length] : sum;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += vector[i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= many;
    }
    return sum;
  }

  /** One vector without the mean, of length 1 again; as it is when there is no mean. */
  static float[] without(float[] mean, float[] vector) {
    if (mean.length != vector.length) {
      return vector;
    }
    float[] moved = new float[vector.length];
    double square = 0;
    for (int i = 0; i < moved.length; i++) {
      moved[i] = vector[i] - mean[i];
      square += moved[i] * moved[i];
    }
    float scale = square > 1e-12 ? (float) (1 / Math.sqrt(square)) : 0;
    for (int i = 0; i < moved.length; i++) {
      moved[i] *= scale;
    }
    return moved;
  }

  /** All of them without their own mean. */
  static List<float @Nullable []> of(List<float[]> vectors) {
    float[] mean = mean(new ArrayList<>(vectors));
    List<float @Nullable []> moved = new ArrayList<>();
    vectors.forEach(vector -> moved.add(without(mean, vector)));
    return moved;
  }
}
