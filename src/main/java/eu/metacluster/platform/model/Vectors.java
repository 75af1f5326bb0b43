package eu.metacluster.platform.model;

import java.nio.ByteBuffer;

/** Arithmetic on embeddings, and their form in a table: two bytes a number. */
public final class Vectors {

  private Vectors() {}

  /** How alike two vectors of length 1 are, -1 to 1; 0 when one of them is all zeros. */
  public static float likeness(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** Half-precision bytes, which keep three digits: more than likeness needs. */
  public static byte[] bytes(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * vector.length);
    for (float value : vector) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    return bytes.array();
  }

  /** What {@link #bytes(float[])} made of a vector. */
  public static float[] of(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    float[] vector = new float[bytes.length / 2];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Float.float16ToFloat(from.getShort());
    }
    return vector;
  }

  static void normalise(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
  }
}
