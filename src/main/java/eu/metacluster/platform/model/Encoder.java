package eu.metacluster.platform.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The model itself: runs batches through ONNX Runtime. Safe for threads. */
final class Encoder implements AutoCloseable {

  private static final Set<String> KNOWN = Set.of("input_ids", "attention_mask", "token_type_ids");

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final ModelSource.Pooling pooling;

  private Encoder(OrtEnvironment environment, OrtSession session, ModelSource.Pooling pooling) {
    this.environment = environment;
    this.session = session;
    this.pooling = pooling;
  }

  /** Each batch is run on one thread: several batches at once use the cores better than one. */
  static Encoder of(ModelSource source) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false);
      OrtSession session =
          source.withWeights(file -> environment.createSession(file.toString(), options));
      if (!KNOWN.containsAll(session.getInputNames())) {
        session.close();
        throw new EmbeddingModelException(
            "MC-1557",
            "The model asks for "
                + session.getInputNames()
                + ", which is not what a sentence-embedding model reads; the linear model does the work alone.",
            null);
      }
      return new Encoder(environment, session, source.pooling());
    }
  }

  /** One vector of length 1 per row of the batch. */
  float[][] run(Batch batch) throws OrtException {
    long[] shape = {batch.size(), batch.longest()};
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        long[] values =
            switch (name) {
              case "input_ids" -> batch.padded();
              case "attention_mask" -> batch.mask();
              default -> new long[batch.size() * batch.longest()];
            };
        inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return pooled((OnnxTensor) result.get(0), batch);
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private float[][] pooled(OnnxTensor output, Batch batch) {
    long[] shape = output.getInfo().getShape();
    FloatBuffer values = output.getFloatBuffer();
    int width = (int) shape[shape.length - 1];
    float[][] vectors = new float[batch.size()][width];
    for (int i = 0; i < vectors.length; i++) {
      if (shape.length == 2) {
        values.get(i * width, vectors[i]);
      } else {
        int first = i * batch.longest() * width;
        int tokens = pooling == ModelSource.Pooling.MEAN ? batch.rows().get(i).length : 1;
        for (int at = first; at < first + tokens * width; at++) {
          vectors[i][(at - first) % width] += values.get(at);
        }
      }
      Vectors.normalise(vectors[i]);
    }
    return vectors;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
