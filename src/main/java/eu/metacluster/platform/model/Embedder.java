package eu.metacluster.platform.model;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into vectors that lie close together when the texts mean the like.
 *
 * <p>Loads its model with the first text and keeps it until {@link #release()} or {@link #close()};
 * both wait for texts that are being embedded. Safe for any number of threads. Texts are run in
 * batches of like length on all cores; of a long text the first 512 word pieces count, and a blank
 * one gives zeros. The same text gives the same vector, up to rounding by the company in its batch.
 */
public final class Embedder implements AutoCloseable {

  private final ModelSource source;
  private final int threads;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private @Nullable LoadedModel loaded;
  private boolean closed;

  private Embedder(ModelSource source, int threads) {
    this.source = source;
    this.threads = threads;
  }

  /** The English model that ships with the software, on this many threads. */
  public static Embedder shipped(int threads) {
    return new Embedder(ModelSource.shipped(), threads);
  }

  /** The English model that ships with the software, on all cores. */
  public static Embedder shipped() {
    return shipped(Runtime.getRuntime().availableProcessors());
  }

  /**
   * A model from disk.
   *
   * @param path an ONNX file with its {@code tokenizer.json} beside it, or their folder
   * @throws EmbeddingModelException when a file is missing; whether they are usable shows when the
   *     first text comes
   */
  public static Embedder at(Path path, int threads) {
    return new Embedder(ModelSource.at(path), threads);
  }

  /** The model's name, to be kept with its vectors: those of other models cannot be compared. */
  public String model() {
    return source.name();
  }

  /**
   * One vector of length 1 for each text, in order.
   *
   * @throws EmbeddingModelException when the model cannot be loaded
   * @throws IllegalStateException after {@link #close()}, or when the thread is interrupted
   */
  public List<float[]> embed(List<String> texts) {
    while (true) {
      lock.readLock().lock();
      try {
        LoadedModel model = loaded;
        if (model != null) {
          return model.embed(texts);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while embedding", e);
      } finally {
        lock.readLock().unlock();
      }
      load();
    }
  }

  /** How many numbers a vector has; loads the model. */
  public int dimensions() {
    return embed(List.of(" ")).getFirst().length;
  }

  /** Whether the model is in memory now. */
  public boolean isLoaded() {
    lock.readLock().lock();
    try {
      return loaded != null;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Gives the memory back; the next text loads the model again. */
  public void release() {
    lock.writeLock().lock();
    try {
      if (loaded != null) {
        loaded.close();
        loaded = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      release();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void load() {
    lock.writeLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("this embedder is closed");
      }
      if (loaded == null) {
        loaded = LoadedModel.of(source, threads);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
