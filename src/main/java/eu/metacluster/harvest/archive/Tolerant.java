package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends where the bytes below break off or are damaged, with one line in the log, instead of
 * failing. Limits are not damage and still fail.
 */
final class Tolerant extends FilterInputStream {

  private final String name;
  private final Reading reading;
  private boolean broken;

  Tolerant(InputStream in, String name, Reading reading) {
    super(in);
    this.name = name;
    this.reading = reading;
  }

  /** Whether the end came early. */
  boolean broken() {
    return broken;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (broken) {
      return -1;
    }
    try {
      return in.read(into, offset, length);
    } catch (ArchiveStopped e) {
      throw e;
    } catch (IOException e) {
      broken = true;
      reading.problem(Problem.of(name, Reason.TRUNCATED));
      return -1;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
