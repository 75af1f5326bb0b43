package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one answer that a source was last read from as a whole.
 *
 * @param reader the connector, its version and its settings at that time
 * @param digest of the reader and of what it read
 */
public record LastAnswer(String reader, Validators validators, byte[] digest) {

  /** What a connector with these settings is called here. */
  public static String reader(Connector connector, Map<String, String> settings) {
    return connector.id() + ' ' + connector.version() + ' ' + new TreeMap<>(settings);
  }

  /** An answer that is read now. */
  static LastAnswer of(Answer answer, String reader) throws IOException {
    MessageDigest sha = Sha256.begun();
    sha.update((reader + '\n').getBytes(StandardCharsets.UTF_8));
    try (InputStream in = new DigestInputStream(answer.open(), sha)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return new LastAnswer(reader, Validators.of(answer), sha.digest());
  }

  /** Whether the same reader would read the same bytes. */
  boolean same(LastAnswer other) {
    return Arrays.equals(digest, other.digest);
  }
}
