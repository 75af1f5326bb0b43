package eu.metacluster.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the embedded database: made once, kept beside it, readable by its owner only. */
final class DatabasePassword {

  private static final String RULES =
      """
      # Written by Metacluster: every connection needs the password.
      local all all scram-sha-256
      host  all all 127.0.0.1/32 scram-sha-256
      host  all all ::1/128      scram-sha-256
      """;

  private DatabasePassword() {}

  static String of(Path data) {
    Path file = data.resolve("database.password");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(data);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path fresh = data.resolve("database.password.new");
        Files.deleteIfExists(fresh);
        Files.createFile(
            fresh,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(random));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + file, e);
    }
  }

  static boolean demanded(Path folder) throws IOException {
    return Files.readString(folder.resolve("pg_hba.conf")).equals(RULES);
  }

  static void demand(Path folder) throws IOException {
    Path fresh = folder.resolve("pg_hba.conf.new");
    Files.writeString(fresh, RULES);
    Files.move(fresh, folder.resolve("pg_hba.conf"), StandardCopyOption.ATOMIC_MOVE);
  }
}
