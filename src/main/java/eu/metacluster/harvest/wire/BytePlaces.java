package eu.metacluster.harvest.wire;

import eu.metacluster.grid.Finding.Locator;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns places in the characters of a UTF-8 document into places in its bytes, going forward only.
 * Where the document turns out to be written otherwise, places are the document as a whole.
 */
public final class BytePlaces implements Closeable {

  private static final int BUFFER = 1 << 14;

  private final long snapshot;
  private final @Nullable InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int filled;
  private long chars;
  private long bytes;
  private boolean lost;

  /**
   * @param in the document from its start; null when places do not matter
   */
  public BytePlaces(long snapshot, @Nullable InputStream in) throws IOException {
    this.snapshot = snapshot;
    this.in = in;
    lost = in == null;
    if (more() && filled > 2 && (buffer[0] & 0xFF) == 0xEF && (buffer[1] & 0xFF) == 0xBB) {
      next = 3;
      bytes = 3;
    }
  }

  /** The place of the characters from {@code begin} to {@code end}, both as {@link Xml} says. */
  public Locator between(long begin, long end) throws IOException {
    long first = at(begin);
    boolean tag = !lost && more() && buffer[next] == '<';
    long last = at(end);
    return lost || !tag || last <= first || last - first > Integer.MAX_VALUE
        ? new Locator(snapshot, 0, 0)
        : new Locator(snapshot, first, (int) (last - first));
  }

  private long at(long place) throws IOException {
    while (!lost && chars < place && more()) {
      within(place);
    }
    while (!lost && more() && (buffer[next] & 0xC0) == 0x80) {
      next++;
      bytes++;
    }
    lost |= chars != place;
    return bytes;
  }

  /** Goes on within the buffer. */
  private void within(long place) {
    int at = next;
    long seen = chars;
    while (at < filled && seen < place) {
      byte b = buffer[at++];
      if (b >= 0) {
        seen++;
      } else if ((b & 0xC0) != 0x80) {
        seen += (b & 0xFF) >= 0xF0 ? 2 : 1;
      }
    }
    bytes += at - next;
    next = at;
    chars = seen;
  }

  private boolean more() throws IOException {
    if (next == filled && in != null && filled >= 0) {
      filled = in.read(buffer);
      next = Math.min(filled, 0) < 0 ? filled : 0;
    }
    return next < filled;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
