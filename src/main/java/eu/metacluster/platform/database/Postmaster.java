package eu.metacluster.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code postmaster.pid} and our own mark say about a folder: which server runs on it, and
 * which Metacluster it belongs to.
 */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final List<String> lines;

  private Postmaster(Path folder, List<String> lines) {
    this.folder = folder;
    this.lines = lines;
  }

  static Postmaster of(Path folder) {
    return new Postmaster(folder, linesOf(folder.resolve("postmaster.pid")));
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The server's process, when it is alive and really is a PostgreSQL on this folder. */
  Optional<ProcessHandle> process() {
    if (lines.size() < 2 || !Path.of(lines.get(1).strip()).equals(folder)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().map(c -> c.contains("postgres")).orElse(true));
  }

  /** Whether a living Metacluster serves the folder. */
  boolean served() {
    return process().isPresent() && ownerProcess().isPresent();
  }

  int port() {
    return Integer.parseInt(lines.get(3).strip());
  }

  long owner() {
    return ownerProcess().map(ProcessHandle::pid).orElse(-1L);
  }

  private Optional<ProcessHandle> ownerProcess() {
    List<String> mark = linesOf(mark());
    if (mark.size() < 2) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(mark.getFirst()))
        .filter(process -> started(process).equals(mark.get(1)));
  }

  /** Notes that this process owns the server. */
  void claim() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Files.write(mark(), List.of(Long.toString(self.pid()), started(self)));
  }

  private Path mark() {
    return folder.resolveSibling("metacluster.pid");
  }

  /** A pid may be reused; pid and start time together are not. */
  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("unknown");
  }

  /**
   * Stops a server whose Metacluster was killed; it recovers by its write-ahead log at the start.
   */
  void stopLeftover() {
    Optional<ProcessHandle> leftover = process();
    if (leftover.isEmpty()) {
      return;
    }
    LOG.info("Stopping the database that an earlier run left behind.");
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(leftover.get().pid())).start().waitFor();
      leftover.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      leftover.get().destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ExecutionException e) {
      throw new IllegalStateException(
          "A database server (process %d) is still running on %s and could not be stopped."
              .formatted(leftover.get().pid(), folder),
          e);
    }
  }
}
