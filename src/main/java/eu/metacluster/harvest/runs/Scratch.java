package eu.metacluster.harvest.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folders in which workers unpack what they read: one for each hold on a run, named by its
 * token, so that those of killed workers can be told from those in use.
 */
@Component
class Scratch {

  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

  private final Path root;

  Scratch(@Value("${metacluster.data}") Path data) {
    root = data.toAbsolutePath().normalize().resolve("work");
  }

  /** The folder of this hold. */
  Path of(UUID token) throws IOException {
    return Files.createDirectories(root.resolve(token.toString()));
  }

  void remove(UUID token) {
    delete(root.resolve(token.toString()));
  }

  /** Removes the folders of all holds but these. */
  void keepOnly(Set<UUID> tokens) {
    for (Path folder : list(root)) {
      if (tokens.stream().noneMatch(token -> folder.endsWith(token.toString()))) {
        delete(folder);
      }
    }
  }

  /** What lies directly in a folder; nothing when it is not there. */
  static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be removed; the next cleaning tries again.", folder, e);
    }
  }
}
