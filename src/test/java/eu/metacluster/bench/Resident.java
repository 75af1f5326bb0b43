package eu.metacluster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Memory of the machine that a JVM and its database hold: PSS, which counts each shared page once
 * in all, and RSS, which counts it in every process.
 */
record Resident(long pssMegabytes, long rssMegabytes) {

  /** Of one JVM and the database server in this folder. */
  static Resident of(long jvm, Path postgres) throws IOException {
    long postmaster =
        Long.parseLong(Files.readAllLines(postgres.resolve("postmaster.pid")).getFirst().strip());
    List<Long> all =
        Stream.concat(
                Stream.of(jvm, postmaster),
                ProcessHandle.of(postmaster).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(ProcessHandle::pid))
            .toList();
    long pss = 0;
    long rss = 0;
    for (long pid : all) {
      for (String line : lines(pid)) {
        pss += line.startsWith("Pss:") ? kilobytes(line) : 0;
        rss += line.startsWith("Rss:") ? kilobytes(line) : 0;
      }
    }
    return new Resident(pss >> 10, rss >> 10);
  }

  /** Megabytes of one process that are its own and no file's. */
  static long own(long pid) throws IOException {
    for (String line : lines(pid)) {
      if (line.startsWith("Anonymous:")) {
        return kilobytes(line) >> 10;
      }
    }
    return 0;
  }

  private static List<String> lines(long pid) throws IOException {
    Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static long kilobytes(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }
}
