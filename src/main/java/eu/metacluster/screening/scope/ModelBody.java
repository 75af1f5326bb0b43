package eu.metacluster.screening.scope;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The inside of the model file. Weights are kept as 16-bit steps of the largest of their head. */
final class ModelBody {

  private ModelBody() {}

  static void write(ScopeModel model, DataOutputStream out) throws IOException {
    writeVocabulary(model.vocabulary(), out);
    out.writeInt(Head.Kind.values().length);
    for (Head.Kind kind : Head.Kind.values()) {
      Calibration calibration = model.calibration(kind);
      out.writeFloat(calibration.slope());
      out.writeFloat(calibration.intercept());
      out.writeFloat(calibration.threshold());
    }
    out.writeInt(model.heads().size());
    for (Head head : model.heads()) {
      out.writeInt(head.kind().ordinal());
      out.writeUTF(head.name());
      out.writeFloat(head.bias());
      writeSteps(head.weights(), out);
    }
    writeTissues(model.tissues(), out);
  }

  static ScopeModel read(DataInputStream in, long fingerprint) throws IOException {
    Vocabulary vocabulary = readVocabulary(in);
    Map<Head.Kind, Calibration> calibrations = new EnumMap<>(Head.Kind.class);
    int kinds = in.readInt();
    for (int i = 0; i < kinds; i++) {
      calibrations.put(
          Head.Kind.values()[i], new Calibration(in.readFloat(), in.readFloat(), in.readFloat()));
    }
    int count = in.readInt();
    List<Head> heads = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Head.Kind kind = Head.Kind.values()[in.readInt()];
      heads.add(new Head(kind, in.readUTF(), in.readFloat(), readSteps(in)));
    }
    return new ScopeModel(vocabulary, heads, readTissues(in), calibrations, fingerprint);
  }

  private static void writeTissues(Tissues tissues, DataOutputStream out) throws IOException {
    writeSteps(tissues.biases(), out);
    writeSteps(tissues.weights(), out);
    writeSteps(tissues.anyWeights(), out);
    out.writeFloat(tissues.choice().two());
    out.writeFloat(tissues.choice().three());
    out.writeFloat(tissues.choice().anyAndOne());
    out.writeFloat(tissues.threshold());
  }

  private static Tissues readTissues(DataInputStream in) throws IOException {
    return new Tissues(
        readSteps(in),
        readSteps(in),
        readSteps(in),
        new TissueChoice(in.readFloat(), in.readFloat(), in.readFloat()),
        in.readFloat());
  }

  private static void writeVocabulary(Vocabulary vocabulary, DataOutputStream out)
      throws IOException {
    out.writeInt(vocabulary.size());
    for (int i = 0; i < vocabulary.size(); i++) {
      out.writeLong(vocabulary.hashes()[i]);
      out.writeFloat(vocabulary.idf(i));
    }
    Concepts concepts = vocabulary.lexicon();
    out.writeInt(concepts.size());
    for (String name : concepts.names()) {
      out.writeUTF(name);
    }
    out.writeInt(concepts.hashes().length);
    for (int i = 0; i < concepts.hashes().length; i++) {
      out.writeLong(concepts.hashes()[i]);
      out.writeByte(concepts.at(i).length);
      for (int concept : concepts.at(i)) {
        out.writeShort(concept);
      }
    }
  }

  private static Vocabulary readVocabulary(DataInputStream in) throws IOException {
    int size = in.readInt();
    long[] hashes = new long[size];
    float[] idf = new float[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = in.readLong();
      idf[i] = in.readFloat();
    }
    return new Vocabulary(hashes, idf, readConcepts(in));
  }

  private static Concepts readConcepts(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> names = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      names.add(in.readUTF());
    }
    int members = in.readInt();
    long[] hashes = new long[members];
    int[][] of = new int[members][];
    for (int i = 0; i < members; i++) {
      hashes[i] = in.readLong();
      of[i] = new int[in.readByte()];
      for (int j = 0; j < of[i].length; j++) {
        of[i][j] = in.readShort();
      }
    }
    return new Concepts(names, hashes, of);
  }

  private static void writeSteps(float[] weights, DataOutputStream out) throws IOException {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    out.writeInt(weights.length);
    out.writeFloat(largest);
    for (float weight : weights) {
      out.writeShort(largest == 0 ? 0 : Math.round(weight / largest * Short.MAX_VALUE));
    }
  }

  private static float[] readSteps(DataInputStream in) throws IOException {
    float[] weights = new float[in.readInt()];
    float largest = in.readFloat();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readShort() * largest / Short.MAX_VALUE;
    }
    return weights;
  }
}
