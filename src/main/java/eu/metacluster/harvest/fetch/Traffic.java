package eu.metacluster.harvest.fetch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much went over the line for one run. */
public final class Traffic {

  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger requests = new AtomicInteger();

  void count(long received) {
    bytes.addAndGet(received);
    requests.incrementAndGet();
  }

  /** Bytes of the bodies, unpacked. */
  public long bytes() {
    return bytes.get();
  }

  public int requests() {
    return requests.get();
  }
}
