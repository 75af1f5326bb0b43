package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gathers the XML files of a payload so that many small ones are kept in one go. Files of another
 * kind, too large ones and those that are cut off become lines of the log.
 */
public final class SmallFiles {

  private static final int CHUNK_BYTES = 4 << 20;
  private static final String XML = "application/xml";

  private final Reading reading;
  private final int largest;
  private final Taker taker;
  private List<Reading.Small> chunk = new ArrayList<>();
  private int bytes;

  /** Reads files that were kept. */
  @FunctionalInterface
  public interface Taker {
    /**
     * @param snapshots ids in the order of the files
     */
    void read(List<Reading.Small> files, List<Long> snapshots) throws IOException;
  }

  /**
   * @param largest bytes that a file may have
   */
  public SmallFiles(Reading reading, int largest, Taker taker) {
    this.reading = reading;
    this.largest = largest;
    this.taker = taker;
  }

  /** Takes one file. */
  public void take(Member member) throws IOException {
    if (!member.name().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      reading.problem(Problem.of(member.name(), Reason.NOT_READ));
      return;
    }
    byte[] content = member.stream().readNBytes(largest + 1);
    if (content.length > largest) {
      reading.problem(Problem.of(member.name(), Reason.TOO_LONG));
    } else if (!member.cutOff().getAsBoolean()) {
      chunk.add(new Reading.Small(member.name(), content));
      bytes += content.length;
      if (bytes > CHUNK_BYTES) {
        flush();
      }
    }
  }

  /** Hands out what is gathered; to be called after the last file. */
  public void flush() throws IOException {
    if (!chunk.isEmpty()) {
      taker.read(chunk, reading.keepAll(XML, chunk));
      chunk = new ArrayList<>();
      bytes = 0;
    }
  }
}
