package eu.metacluster.harvest.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Puts a space in the place of each control character that XML does not allow, which servers paste
 * from word processors. A document in two-byte characters is left as it is.
 */
final class Printable extends FilterInputStream {

  private boolean begun;
  private boolean wide;

  Printable(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    return b >= 0 && odd((byte) b) ? ' ' : b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    if (!begun && n > 1) {
      wide =
          buffer[offset] == 0
              || buffer[offset + 1] == 0
              || buffer[offset] == (byte) 0xFE
              || buffer[offset] == (byte) 0xFF;
      begun = true;
    }
    if (!wide) {
      clean(buffer, offset, offset + n);
    }
    return n;
  }

  private static void clean(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = buffer[i];
      if (b < 0x20 && odd(b)) {
        buffer[i] = ' ';
      }
    }
  }

  private static boolean odd(byte b) {
    return b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t';
  }
}
