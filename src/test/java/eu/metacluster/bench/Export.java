package eu.metacluster.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The real CORDIS export that lies beside the project. */
final class Export {

  private Export() {}

  /** A file or folder of {@code shared/data}, looked for from here upwards. */
  static Optional<Path> find(String path) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path found = folder.resolve("shared/data").resolve(path);
      if (Files.exists(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  static Path csv() {
    return get("cordis/horizon");
  }

  static Path xml() {
    return get("cordis/horizon-xml-20251206.tar.xz");
  }

  /** A few projects in XML. */
  static Path sample() {
    return get("cordis/horizon-xml-sample.zip");
  }

  private static Path get(String path) {
    return find(path)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no shared/data/"
                        + path
                        + " beside the project; nothing to measure."));
  }

  /** Unpacks one file of the CSV bundle into a folder. */
  static Path unpacked(String name, Path folder) throws IOException {
    Path plain = folder.resolve(name);
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(csv().resolve(name + ".gz")), 1 << 16)) {
      Files.copy(in, plain);
    }
    return plain;
  }
}
