package eu.metacluster.platform;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives memory back to the machine when heavy work is over. The serial collector, the cheapest one
 * on few processors, returns heap only in a full collection and starts none while nothing happens;
 * here one is asked for when nothing was collected for a while and the heap has grown since.
 */
@Component
class IdleHeap implements SmartLifecycle {

  private static final Duration QUIET = Duration.ofSeconds(20);
  private static final long WORTH_IT = 64L << 20;

  private volatile boolean running;
  private @Nullable Thread thread;

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("idle heap").start(this::watch);
  }

  private void watch() {
    long before = -1;
    long kept = 0;
    try {
      while (running) {
        Thread.sleep(QUIET);
        long collections = collections();
        if (collections == before && Runtime.getRuntime().totalMemory() > kept + WORTH_IT) {
          System.gc();
          kept = Runtime.getRuntime().totalMemory();
        }
        before = collections;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  @Override
  public void stop() {
    running = false;
    Thread watching = thread;
    if (watching != null) {
      watching.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
