package eu.metacluster.platform.model;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Tokenizer, weights and threads of a model that is in memory. */
final class LoadedModel implements AutoCloseable {

  private static final int AT_ONCE = 256;

  private final Tokens tokens;
  private final Encoder encoder;
  private final ExecutorService workers;
  private final int dimensions;

  private LoadedModel(Tokens tokens, Encoder encoder, int threads) throws OrtException {
    this.tokens = tokens;
    this.encoder = encoder;
    this.dimensions = encoder.run(Batch.of(tokens.of(List.of("probe"))).getFirst())[0].length;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("embedding-", 0).factory());
  }

  /**
   * Loads a model and tries it on one word.
   *
   * @throws EmbeddingModelException when it cannot be used
   */
  static LoadedModel of(ModelSource source, int threads) {
    Tokens tokens = null;
    Encoder encoder = null;
    try {
      tokens = Tokens.of(source);
      encoder = Encoder.of(source);
      return new LoadedModel(tokens, encoder, threads);
    } catch (EmbeddingModelException e) {
      closeQuietly(tokens, encoder);
      throw e;
    } catch (LinkageError e) {
      closeQuietly(tokens, encoder);
      throw new EmbeddingModelException(
          "MC-1558",
          "The runtime for embeddings does not work on this machine ("
              + e.getMessage()
              + "); the linear model does the work alone.",
          e);
    } catch (Exception e) {
      closeQuietly(tokens, encoder);
      throw new EmbeddingModelException(
          "MC-1556",
          "The model "
              + source.name()
              + " cannot be read, it is cut off or no ONNX model ("
              + e.getMessage()
              + "); the linear model does the work alone.",
          e);
    }
  }

  int dimensions() {
    return dimensions;
  }

  List<float[]> embed(List<String> texts) throws InterruptedException {
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += AT_ONCE) {
      vectors.addAll(some(texts.subList(from, Math.min(texts.size(), from + AT_ONCE))));
    }
    return vectors;
  }

  private List<float[]> some(List<String> texts) throws InterruptedException {
    float[][] vectors = new float[texts.size()][];
    List<Future<?>> running = new ArrayList<>();
    for (Batch batch : Batch.of(tokens.of(texts))) {
      running.add(workers.submit(() -> run(batch, vectors)));
    }
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (ExecutionException e) {
        running.forEach(other -> other.cancel(false));
        throw new IllegalStateException("embedding failed", e.getCause());
      }
    }
    for (int i = 0; i < vectors.length; i++) {
      if (texts.get(i).isBlank()) {
        vectors[i] = new float[dimensions];
      }
    }
    return List.of(vectors);
  }

  private Void run(Batch batch, float[][] vectors) throws OrtException {
    float[][] found = encoder.run(batch);
    for (int i = 0; i < found.length; i++) {
      vectors[batch.positions()[i]] = found[i];
    }
    return null;
  }

  @Override
  public void close() {
    workers.close();
    closeQuietly(tokens, encoder);
  }

  private static void closeQuietly(@Nullable AutoCloseable... parts) {
    for (@Nullable AutoCloseable part : parts) {
      try {
        if (part != null) {
          part.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
