package eu.metacluster.platform;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a few pages read from the database at once, one more than there are processors, and whoever
 * came first goes first. Without it each page takes one of the many connections when it can: more
 * processes of the database than processors take the time from each other, newcomers take what is
 * given back before those who wait for it, and a few pages take several times as long as most. For
 * short reading only, with one connection; safe for threads.
 */
@Component
public class ReadingTurns {

  private static final boolean FIRST_COME = true;

  private final Semaphore free;
  private final long patience;

  ReadingTurns() {
    this(Runtime.getRuntime().availableProcessors() + 1, TimeUnit.SECONDS.toMillis(5));
  }

  /**
   * @param patience milliseconds after which one goes without a turn, so that nobody waits for ever
   *     for readers that hang
   */
  ReadingTurns(int atOnce, long patience) {
    this.free = new Semaphore(atOnce, FIRST_COME);
    this.patience = patience;
  }

  /** What the reading gives, when it was its turn; what it throws is passed on. */
  public <T> T take(Supplier<T> reading) {
    boolean mine = mine();
    try {
      return reading.get();
    } finally {
      if (mine) {
        free.release();
      }
    }
  }

  private boolean mine() {
    try {
      return free.tryAcquire(patience, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
