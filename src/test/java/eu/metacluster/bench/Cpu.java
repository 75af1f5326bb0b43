package eu.metacluster.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor seconds used by this JVM and by the database: unlike elapsed time they hardly depend on
 * what else the machine does.
 */
record Cpu(long ownNanos, Map<Long, Duration> children) {

  /**
   * @param postgres the database's folder
   */
  static Cpu now(Path postgres) throws IOException {
    long postmaster =
        Long.parseLong(Files.readAllLines(postgres.resolve("postmaster.pid")).getFirst().strip());
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Cpu(
        system.getProcessCpuTime(),
        spent(ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants)));
  }

  private static Map<Long, Duration> spent(Stream<ProcessHandle> processes) {
    return processes.collect(
        Collectors.toMap(
            ProcessHandle::pid,
            process -> process.info().totalCpuDuration().orElse(Duration.ZERO)));
  }

  /** The same for this JVM and all processes that it started itself. */
  static Cpu now() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Cpu(system.getProcessCpuTime(), spent(ProcessHandle.current().descendants()));
  }

  /** Seconds of this JVM since an earlier moment. */
  double own(Cpu earlier) {
    return (ownNanos - earlier.ownNanos) / 1e9;
  }

  /** Seconds of the database, or of the other processes, since an earlier moment. */
  double others(Cpu earlier) {
    return children.entrySet().stream()
        .map(
            child ->
                child
                    .getValue()
                    .minus(earlier.children.getOrDefault(child.getKey(), Duration.ZERO)))
        .mapToDouble(spent -> spent.toMillis() / 1e3)
        .sum();
  }
}
