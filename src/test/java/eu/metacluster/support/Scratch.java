package eu.metacluster.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders for what lives as long as the process of the tests or of a benchmark: databases, indexes,
 * nodes of a search server. They lie among what the build makes, whose script removes them when all
 * has run: a machine that tests often would be full of them.
 */
public final class Scratch {

  private Scratch() {}

  /** A new empty folder whose name begins so. */
  public static Path folder(String name) throws IOException {
    Path scratch = Files.createDirectories(Path.of("target", "scratch").toAbsolutePath());
    return Files.createTempDirectory(scratch, name);
  }
}
