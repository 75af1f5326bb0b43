package eu.metacluster.harvest.wire;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.archive.Member;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of a payload, whole in memory and kept as a snapshot.
 *
 * @param ending the ending of its name in lower case, without dot
 */
public record Loaded(String name, String ending, byte[] bytes, long snapshot) {

  private static final int LARGEST = 256 << 20;

  /**
   * Loads a file.
   *
   * @param types media types by the endings that are read
   * @return null, with a line in the log, for one with another ending or one that is too large
   */
  public static @Nullable Loaded of(Member member, Reading reading, Map<String, String> types)
      throws IOException {
    String name = member.name().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = types.get(ending);
    if (type == null) {
      reading.problem(Problem.of(member.name(), Reason.NOT_READ));
      return null;
    }
    byte[] bytes = member.stream().readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      reading.problem(Problem.of(member.name(), Reason.TOO_LONG));
      return null;
    }
    long snapshot = reading.keep(member.name(), type, () -> new ByteArrayInputStream(bytes));
    return new Loaded(member.name(), ending, bytes, snapshot);
  }

  /** Its bytes from the start. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
