package eu.metacluster.harvest.cordis;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a CSV file into records by its bytes, so that each record's place in the file is known and
 * none, however long, is held beyond a limit. What stands in a record is another's business.
 */
final class Records {

  static final int LIMIT = 8 << 20;
  private static final int FIRST_BUFFER = 1 << 18;

  private final InputStream in;
  private final char delimiter;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int next;
  private int filled;
  private long bufferOffset;
  private long line = 1;
  private boolean end;

  private int start;
  private int length;
  private long offset;
  private long firstLine;
  private boolean tooLong;
  private boolean unclosed;

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  Records(InputStream in) throws IOException {
    this.in = in;
    fill();
    if (filled > 2 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
      next = 3;
    }
    delimiter = Delimiter.sniff(buffer, next, filled);
  }

  char delimiter() {
    return delimiter;
  }

  /** Goes to the next record that is not empty; false at the end. */
  boolean next() throws IOException {
    while (scan()) {
      if (length > 0 || tooLong) {
        return true;
      }
    }
    return false;
  }

  private boolean scan() throws IOException {
    start = next;
    offset = bufferOffset + next;
    firstLine = line;
    tooLong = false;
    unclosed = false;
    State state = State.FIELD_START;
    while (more()) {
      byte b = buffer[next++];
      if (b == '\n') {
        line++;
      }
      if (state != State.QUOTED && (b == '\n' || b == '\r')) {
        finish(next - 1, b);
        return true;
      }
      state = after(state, b);
    }
    length = next - start;
    unclosed = state == State.QUOTED;
    return length > 0 || tooLong;
  }

  private State after(State state, byte b) {
    if (b == '"') {
      return switch (state) {
        case FIELD_START, QUOTE_IN_QUOTED -> State.QUOTED;
        case QUOTED -> State.QUOTE_IN_QUOTED;
        case PLAIN -> State.PLAIN;
      };
    }
    if (state == State.QUOTED) {
      return state;
    }
    return b == delimiter ? State.FIELD_START : State.PLAIN;
  }

  private void finish(int recordEnd, byte lineEnd) throws IOException {
    length = recordEnd - start;
    if (lineEnd == '\r') {
      int kept = start;
      if (more() && buffer[next] == '\n') {
        next++;
      }
      start = Math.min(kept, start);
      line++;
    }
  }

  /** Makes sure that there is a byte at {@code next}. */
  private boolean more() throws IOException {
    return next < filled || (!end && refill());
  }

  private boolean refill() throws IOException {
    if (filled - start > LIMIT) {
      tooLong = true;
      start = filled;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      bufferOffset += start;
      next -= start;
      filled -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return fill();
  }

  private boolean fill() throws IOException {
    int n = in.readNBytes(buffer, filled, buffer.length - filled);
    filled += n;
    end = n == 0;
    return n > 0;
  }

  byte[] buffer() {
    return buffer;
  }

  /** Where the record starts in the buffer. */
  int start() {
    return start;
  }

  /** Bytes of the record without its line end. */
  int length() {
    return length;
  }

  /** Where the record starts in the file. */
  long offset() {
    return offset;
  }

  /** The record's first line, from 1. */
  long line() {
    return firstLine;
  }

  /** Whether the file ends within the quotes of the record's last field. */
  boolean unclosed() {
    return unclosed;
  }

  /** Whether the record is beyond the limit and its bytes are gone. */
  boolean tooLong() {
    return tooLong;
  }
}
