package eu.metacluster.harvest.oai;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Seals and hands out what one page states while the next one is fetched and read. One bundle is in
 * hand at a time, so the order of the list is kept.
 */
final class Hands implements AutoCloseable {

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("oai-hands").factory());
  private Future<?> running = CompletableFuture.completedFuture(null);

  /** Takes a bundle, once the one before is done. */
  void take(List<Runnable> bundle) throws IOException {
    await();
    running = worker.submit(() -> bundle.forEach(Runnable::run));
  }

  /** Waits until all that was taken is done; what went wrong with it goes wrong here. */
  void await() throws IOException {
    try {
      running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IOException(e.getCause());
    }
  }

  /** Waits for what is in hand. */
  @Override
  public void close() {
    worker.close();
  }
}
