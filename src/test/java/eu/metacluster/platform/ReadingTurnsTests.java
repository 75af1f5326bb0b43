package eu.metacluster.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who came first reads first, a few at once, and nobody waits for readers that hang. */
@Timeout(30)
class ReadingTurnsTests {

  private static final long LONG = 20_000;
  private static final int READERS = 40;

  @Test
  void neverMoreThanAllowedAtOnce() throws InterruptedException {
    ReadingTurns turns = new ReadingTurns(3, LONG);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(
          Thread.startVirtualThread(
              () ->
                  turns.take(
                      () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        pause();
                        return now.decrementAndGet();
                      })));
    }
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void theFirstThatWaitsIsTheFirstThatReads() throws InterruptedException {
    ReadingTurns turns = new ReadingTurns(1, LONG);
    CountDownLatch held = new CountDownLatch(1);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      int number = i;
      Thread reader =
          Thread.ofVirtual()
              .unstarted(
                  () ->
                      turns.take(
                          () -> {
                            await(held);
                            return order.add(number);
                          }));
      reader.start();
      while (reader.getState() != Thread.State.WAITING
          && reader.getState() != Thread.State.TIMED_WAITING) {
        pause();
      }
      readers.add(reader);
    }
    held.countDown();
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(order).hasSize(READERS).isSorted();
  }

  @Test
  void aReadingThatFailsGivesItsTurnBack() {
    ReadingTurns turns = new ReadingTurns(1, LONG);
    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IllegalStateException("the database is away");
                    }))
        .hasMessage("the database is away");
    assertThat(turns.<String>take(() -> "read")).isEqualTo("read");
  }

  @Test
  void whoHasWaitedLongGoesWithoutATurn() throws InterruptedException {
    ReadingTurns turns = new ReadingTurns(1, 20);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    Thread hanging =
        Thread.startVirtualThread(
            () ->
                turns.take(
                    () -> {
                      reading.countDown();
                      await(held);
                      return 0;
                    }));
    await(reading);
    assertThat(turns.<String>take(() -> "read")).isEqualTo("read");
    held.countDown();
    hanging.join();
    assertThat(turns.<String>take(() -> "again")).isEqualTo("again");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
