package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does pieces of work beside who hands them over, who waits when too many are not done. Cutting
 * texts into words is most of what writing an index takes, and each document can be cut by itself.
 */
final class Hands implements AutoCloseable {

  private static final int MOST_WAITING = 256;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("index-", 1).factory());

  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final AtomicReference<Throwable> failed = new AtomicReference<>();

  /** Something that may fail. */
  interface Work {
    void done() throws IOException;
  }

  /** Has this done soon. */
  void give(Work work) {
    room.acquireUninterruptibly();
    threads.execute(
        () -> {
          try {
            work.done();
          } catch (IOException | RuntimeException | Error e) {
            failed.compareAndSet(null, e);
          } finally {
            room.release();
          }
        });
  }

  /**
   * Waits until all that was handed over is done.
   *
   * @throws IOException when something of it failed since the last time
   */
  void finish() throws IOException {
    room.acquireUninterruptibly(MOST_WAITING);
    room.release(MOST_WAITING);
    Throwable why = failed.getAndSet(null);
    if (why != null) {
      throw new IOException("a document was not written: " + why.getMessage(), why);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
