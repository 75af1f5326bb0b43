package eu.metacluster.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real node of OpenSearch in a process of its own, with its own class path and an empty folder.
 * It ends with the JVM that started it, however that ends.
 */
public final class OpenSearchProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static @Nullable OpenSearchProcess shared;
  private static boolean broken;

  private final Path home;
  private @Nullable Process process;
  private int port;

  private final List<String> settings;

  private OpenSearchProcess(Path home, List<String> settings) {
    this.home = home;
    this.settings = settings;
  }

  /** One node for all tests of this JVM; the test is skipped with a message when there is none. */
  public static synchronized OpenSearchProcess shared() {
    OpenSearchProcess known = shared;
    if (known == null) {
      Assumptions.assumeFalse(broken, "OpenSearch did not start before: this test did not run");
      known = fresh();
      shared = known;
    }
    return known;
  }

  /** A node of the test's own, which starts fast and needs little. */
  public static OpenSearchProcess fresh() {
    return fresh("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }

  /** A node of the test's own with these settings of its JVM. */
  public static OpenSearchProcess fresh(String... settings) {
    try {
      OpenSearchProcess node =
          new OpenSearchProcess(Scratch.folder("opensearch"), List.of(settings));
      node.start();
      return node;
    } catch (IOException e) {
      broken = true;
      Assumptions.abort("no node of OpenSearch, this test did not run: " + e.getMessage());
      throw new AssertionError(e);
    }
  }

  /** Starts it on the port that it had before, or on any, and waits until it answers. */
  public void start() throws IOException {
    Path classpath = Path.of("target/opensearch.classpath");
    if (!Files.exists(classpath)) {
      throw new IOException("its class path was not written by the build");
    }
    Path log = home.resolve("out.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            Files.readString(classpath).strip(),
            "src/test/opensearch/OpenSearchNode.java",
            home.toString(),
            Integer.toString(port)));
    Process started =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process = started;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(log).contains("\nready")) {
      if (!started.isAlive() || System.nanoTime() > end) {
        close();
        throw new IOException("it did not start, see " + log);
      }
      pause();
    }
    List<String> ports = Files.readAllLines(home.resolve("logs/http.ports"));
    String first = ports.getFirst();
    port = Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Where it answers. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Ends it; its data stays. */
  @Override
  public void close() {
    Process running = process;
    process = null;
    if (running != null) {
      running.destroyForcibly();
      try {
        running.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
