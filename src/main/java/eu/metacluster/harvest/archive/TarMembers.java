package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The members of a tar, as a stream. */
final class TarMembers {

  private static final int MAGIC_AT = 257;
  private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

  private final String archive;
  private final InputStream content;
  private final Guard guard;
  private final Reading reading;

  TarMembers(String archive, InputStream content, Guard guard, Reading reading) {
    this.archive = archive;
    this.content = content;
    this.guard = guard;
    this.reading = reading;
  }

  /** Looks ahead without taking a byte. */
  static boolean isTar(BufferedInputStream content) throws IOException {
    content.mark(512);
    try {
      byte[] head = content.readNBytes(MAGIC_AT + MAGIC.length);
      return head.length == MAGIC_AT + MAGIC.length
          && Arrays.equals(head, MAGIC_AT, head.length, MAGIC, 0, MAGIC.length);
    } catch (IOException e) {
      return false;
    } finally {
      content.reset();
    }
  }

  void each(Member.Visitor visitor) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(content, "UTF-8");
    Opening opening = new Opening(guard, reading, visitor);
    TarArchiveEntry entry = next(tar);
    while (entry != null) {
      guard.member();
      visit(tar, entry, opening);
      entry = next(tar);
    }
  }

  private @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
    try {
      return tar.getNextEntry();
    } catch (ArchiveStopped e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      reading.problem(Problem.of(archive, Reason.TRUNCATED));
      return null;
    }
  }

  private void visit(TarArchiveInputStream tar, TarArchiveEntry entry, Opening opening)
      throws IOException {
    if (entry.isDirectory()) {
      return;
    }
    String name = entry.getName();
    Reason refusal =
        entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()
            ? Names.refusal(name)
            : Reason.LINK;
    if (refusal == null) {
      opening.open(name, null, tar);
    } else {
      reading.problem(Problem.of(name, refusal));
    }
  }
}
