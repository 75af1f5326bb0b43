package eu.metacluster.people.providers;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Keycloak on a free port of this machine, with a database of its own and the realms of
 * {@code src/test/resources/keycloak}. The first start builds it, which lasts longer.
 */
final class Keycloak implements AutoCloseable {

  private static final Path UNPACKED = Path.of("target", "keycloak");
  private static final Path REALMS = Path.of("src", "test", "resources", "keycloak");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String MEMORY =
      "-Xms64m -Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8"
          + " -Djava.security.egd=file:/dev/urandom";

  private final Path home;
  private final Process process;
  private final int port;

  private Keycloak(Path home, Process process, int port) {
    this.home = home;
    this.process = process;
    this.port = port;
  }

  /** Whether the build has laid it down. */
  static boolean there() {
    return Files.isDirectory(UNPACKED);
  }

  static Keycloak start() throws IOException, InterruptedException {
    Path home = home();
    remove(home.resolve("data"));
    Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
    try (Stream<Path> realms = Files.list(REALMS)) {
      for (Path realm : realms.toList()) {
        Files.copy(
            realm, imported.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path built = home.resolve("built");
    if (!Files.exists(built)) {
      Process build = run(home, "build", "--db=dev-file");
      if (!build.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
        throw new IllegalStateException("Keycloak could not be built: " + log(home));
      }
      Files.createFile(built);
    }
    int port = freePort();
    Process process =
        run(
            home,
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=http://127.0.0.1:" + port);
    Keycloak keycloak = new Keycloak(home, process, port);
    keycloak.await();
    return keycloak;
  }

  /** The address of a realm. */
  String issuer(String realm) {
    return "http://127.0.0.1:" + port + "/realms/" + realm;
  }

  private static Path home() throws IOException {
    try (Stream<Path> all = Files.list(UNPACKED)) {
      return all.filter(each -> each.getFileName().toString().startsWith("keycloak-"))
          .max(Comparator.naturalOrder())
          .orElseThrow()
          .toAbsolutePath();
    }
  }

  private static Process run(Path home, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", home.resolve("bin/kc.sh").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS", MEMORY);
    File log = home.resolve("log").toFile();
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        close();
        throw new IllegalStateException("Keycloak did not start: " + log(home));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private boolean answers() throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI place = URI.create(issuer("lab") + "/.well-known/openid-configuration");
      return client
              .send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static String log(Path home) throws IOException {
    String all = Files.readString(home.resolve("log"));
    return all.substring(Math.max(0, all.length() - 3_000));
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Ends it: the script and what it runs. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
