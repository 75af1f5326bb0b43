package eu.metacluster.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Watches this JVM's heap: the most it kept after a collection, and the most it took. */
final class Heap {

  private long keptMost;
  private long committedMost;

  private Heap() {}

  static Heap watch() {
    Heap heap = new Heap();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, handback) -> {
                if (notification.getUserData() instanceof CompositeData data) {
                  heap.take(
                      GarbageCollectionNotificationInfo.from(data)
                          .getGcInfo()
                          .getMemoryUsageAfterGc());
                }
              },
              null,
              null);
    }
    return heap;
  }

  private static Set<String> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getName)
        .collect(Collectors.toSet());
  }

  private synchronized void take(Map<String, MemoryUsage> pools) {
    long kept = 0;
    long committed = 0;
    for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
      if (pools().contains(pool.getKey())) {
        kept += pool.getValue().getUsed();
        committed += pool.getValue().getCommitted();
      }
    }
    keptMost = Math.max(keptMost, kept);
    committedMost = Math.max(committedMost, committed);
  }

  synchronized void forget() {
    keptMost = 0;
    committedMost = 0;
  }

  /** Megabytes in use right after the collection that left most. */
  synchronized long keptMost() {
    return keptMost >> 20;
  }

  /** Megabytes in use now, after a collection. */
  static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  /** Megabytes that the heap had of the machine. */
  synchronized long committedMost() {
    long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    return Math.max(committedMost, now) >> 20;
  }
}
