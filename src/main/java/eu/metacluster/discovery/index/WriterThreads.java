package eu.metacluster.discovery.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The threads that write an index side by side. They are its own: what is remembered of words in a
 * thread stays there, while the pool that all share forgets it after each task.
 */
final class WriterThreads implements AutoCloseable {

  /** Fewer are written by who asks: each that writes leaves a piece of its own to search in. */
  private static final int MANY = 100;

  /** Who has nothing to write for so long goes, with all that was remembered. */
  private static final int IDLE_SECONDS = 60;

  private final int size = Runtime.getRuntime().availableProcessors();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          size,
          size,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("index-writer-", 1).factory());

  WriterThreads() {
    threads.allowCoreThreadTimeOut(true);
  }

  /** Writes one of many. */
  interface Step {
    void write(int number) throws IOException;
  }

  /**
   * Takes the step for each number from 0 on. Whoever is done takes the next one, so that none
   * waits for another's share.
   *
   * @throws IOException when a step failed; none is going on any more then
   */
  void each(int many, Step step) throws IOException {
    AtomicInteger next = new AtomicInteger();
    if (many < MANY) {
      take(next, many, step);
      return;
    }
    Runnable taking =
        () -> {
          try {
            take(next, many, step);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    await(
        Stream.generate(() -> CompletableFuture.runAsync(taking, threads))
            .limit(size)
            .toArray(CompletableFuture<?>[]::new));
  }

  private static void take(AtomicInteger next, int many, Step step) throws IOException {
    boolean done = false;
    try {
      for (int i = next.getAndIncrement(); i < many; i = next.getAndIncrement()) {
        step.write(i);
      }
      done = true;
    } finally {
      if (!done) {
        next.set(many);
      }
    }
  }

  /** To the end, whoever interrupts: files that are being written would be lost. */
  private static void await(CompletableFuture<?>[] all) throws IOException {
    try {
      CompletableFuture.allOf(all).join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case UncheckedIOException io -> throw io.getCause();
        case RuntimeException own -> throw own;
        case null, default -> throw e;
      }
    }
  }

  /** Ends them; what they write is written before. */
  @Override
  public void close() {
    threads.close();
  }
}
