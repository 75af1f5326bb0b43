package eu.metacluster.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A server from Debian's packages that tests start for themselves. */
final class DebianPackage {

  private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");
  private static final String NOTHING_STARTS = "#!/bin/sh\nexit 101\n";

  private DebianPackage() {}

  /**
   * Installs a package when it is absent and this process may, without starting what is in it.
   * Where that cannot be, the test is skipped and says which package it wants.
   */
  static synchronized void need(String name, Path binary) {
    if (!Files.isExecutable(binary) && root() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      install(name);
    }
    Assumptions.assumeTrue(
        Files.isExecutable(binary),
        "The real server is not here. Install the package " + name + ", then run this again.");
  }

  static boolean root() {
    return user().equals("root");
  }

  static String user() {
    return System.getProperty("user.name");
  }

  private static void install(String name) {
    try {
      boolean policy = Files.exists(POLICY);
      if (!policy) {
        Files.writeString(POLICY, NOTHING_STARTS);
        POLICY.toFile().setExecutable(true, false);
      }
      try {
        run("apt-get", "-qq", "update");
        run("apt-get", "-qq", "install", "-y", "--no-install-recommends", name);
      } finally {
        if (!policy) {
          Files.deleteIfExists(POLICY);
        }
      }
    } catch (IOException e) {
      Assumptions.abort("The package " + name + " could not be installed: " + e);
    }
  }

  private static void run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
