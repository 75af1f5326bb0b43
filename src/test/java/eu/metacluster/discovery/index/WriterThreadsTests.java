package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriterThreadsTests {

  private static final int MANY = 10_000;

  private final WriterThreads threads = new WriterThreads();

  @AfterEach
  void close() {
    threads.close();
  }

  @Test
  void eachNumberIsTakenOnce() throws IOException {
    for (int many : new int[] {0, 1, 99, 100, MANY}) {
      AtomicIntegerArray taken = new AtomicIntegerArray(many);

      threads.each(many, taken::incrementAndGet);

      for (int i = 0; i < many; i++) {
        assertThat(taken.get(i)).as("%d of %d", i, many).isEqualTo(1);
      }
    }
  }

  /** What is remembered of words in a thread would be lost with it. */
  @Test
  void theSameThreadsWriteAgainAndAgain() throws IOException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();

    for (int i = 0; i < 50; i++) {
      threads.each(MANY, number -> seen.add(Thread.currentThread()));
    }

    assertThat(seen)
        .hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors())
        .doesNotContain(Thread.currentThread());
  }

  @Test
  void oneFailureEndsTheOthersToo() throws IOException {
    AtomicInteger taken = new AtomicInteger();

    assertThatThrownBy(
            () ->
                threads.each(
                    1_000_000,
                    number -> {
                      taken.incrementAndGet();
                      if (number == 500) {
                        throw new IOException("the disk is full");
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is full");

    int then = taken.get();
    assertThat(then).isLessThan(1_000_000);
    threads.each(MANY, number -> taken.incrementAndGet());
    assertThat(taken).as("and nobody is left behind").hasValue(then + MANY);
    assertThatThrownBy(
            () ->
                threads.each(
                    MANY,
                    number -> {
                      throw new IllegalArgumentException("no such record");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Lucene gives an index up whose thread is interrupted while it writes. */
  @Test
  void whoeverIsInterruptedWaitsUntilAllIsWritten() throws IOException {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger interrupted = new AtomicInteger();
    Thread.currentThread().interrupt();

    threads.each(
        MANY,
        number -> {
          taken.incrementAndGet();
          interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
        });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(taken).hasValue(MANY);
    assertThat(interrupted).hasValue(0);
  }
}
