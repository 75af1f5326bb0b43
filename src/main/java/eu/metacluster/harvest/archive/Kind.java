package eu.metacluster.harvest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first bytes of a file say it is. */
enum Kind {
  ZIP,
  XZ,
  GZIP,
  OTHER;

  static Kind of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(6);
      if (starts(start, 'P', 'K', 3, 4) || starts(start, 'P', 'K', 5, 6)) {
        return ZIP;
      }
      if (starts(start, 0xFD, '7', 'z', 'X', 'Z', 0)) {
        return XZ;
      }
      return starts(start, 0x1F, 0x8B) ? GZIP : OTHER;
    }
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
