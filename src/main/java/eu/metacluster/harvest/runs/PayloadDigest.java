package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The hash of a payload as it lies on the disk, and of the reader that would read it. */
final class PayloadDigest {

  private PayloadDigest() {}

  static byte[] of(Path payload, Connector connector, Map<String, String> settings)
      throws IOException {
    MessageDigest digest = Sha256.begun();
    text(digest, connector.id() + ' ' + connector.version() + ' ' + new TreeMap<>(settings));
    Path root = payload.toRealPath();
    try (Stream<Path> walk = Files.walk(root)) {
      List<Path> files =
          walk.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
      for (Path file : files) {
        text(digest, root.relativize(file) + " " + Files.size(file));
        content(digest, file);
      }
    }
    return digest.digest();
  }

  private static void content(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
  }

  private static void text(MessageDigest digest, String text) {
    digest.update((text + '\n').getBytes(StandardCharsets.UTF_8));
  }
}
