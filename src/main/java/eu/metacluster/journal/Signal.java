package eu.metacluster.journal;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Says to whoever waits that something moved. */
final class Signal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition given = lock.newCondition();

  void give() {
    lock.lock();
    try {
      given.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the signal or until the time is over.
   *
   * @return false when the thread was interrupted and should give up
   */
  @SuppressWarnings("WaitNotInLoop") // the caller looks again, whatever woke it
  boolean await(long nanos) {
    lock.lock();
    try {
      long left = given.awaitNanos(nanos);
      return left <= nanos;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
