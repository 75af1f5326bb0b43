package eu.metacluster.screening.scope;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The vectors of a described scope.
 *
 * @param model whose vectors they are; only those of one model can be compared
 * @param belongs of the scope's text and examples
 * @param doesNot of its counter-examples; may be none
 */
public record ScopeMeaning(String model, List<float[]> belongs, List<float[]> doesNot) {

  public ScopeMeaning {
    belongs = List.copyOf(belongs);
    doesNot = List.copyOf(doesNot);
  }

  /** How like a text is to what belongs, less half of how like to what does not. */
  double likeness(float[] text) {
    return mean(text, belongs) - DescribedScope.COUNTER * mean(text, doesNot);
  }

  private static double mean(float[] text, List<float[]> others) {
    double sum = 0;
    for (float[] other : others) {
      for (int i = 0; i < text.length; i++) {
        sum += text[i] * other[i];
      }
    }
    return others.isEmpty() ? 0 : sum / others.size();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(model);
    write(belongs, out);
    write(doesNot, out);
  }

  static ScopeMeaning read(DataInputStream in) throws IOException {
    return new ScopeMeaning(in.readUTF(), vectors(in), vectors(in));
  }

  private static void write(List<float[]> vectors, DataOutputStream out) throws IOException {
    out.writeInt(vectors.size());
    for (float[] vector : vectors) {
      out.writeInt(vector.length);
      for (float value : vector) {
        out.writeFloat(value);
      }
    }
  }

  private static List<float[]> vectors(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      float[] vector = new float[in.readInt()];
      for (int j = 0; j < vector.length; j++) {
        vector[j] = in.readFloat();
      }
      vectors.add(vector);
    }
    return vectors;
  }
}
