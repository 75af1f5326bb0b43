package eu.metacluster.opendata.oai;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer while it grows: pieces that are sent one behind the other, copied nowhere else. */
final class PageBytes {

  private static final int SMALL = 1 << 16;

  private final List<byte[]> pieces;
  private int size;

  PageBytes(int expectedPieces) {
    pieces = new ArrayList<>(expectedPieces);
  }

  PageBytes put(byte[] more) {
    pieces.add(more);
    size += more.length;
    return this;
  }

  PageBytes put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  int size() {
    return size;
  }

  /** Sends all pieces, small ones together. */
  void send(OutputStream out) throws IOException {
    byte[] buffer = new byte[Math.min(SMALL, size)];
    int filled = 0;
    for (byte[] piece : pieces) {
      if (filled + piece.length > buffer.length) {
        out.write(buffer, 0, filled);
        filled = 0;
      }
      if (piece.length > buffer.length) {
        out.write(piece);
      } else {
        System.arraycopy(piece, 0, buffer, filled, piece.length);
        filled += piece.length;
      }
    }
    out.write(buffer, 0, filled);
  }
}
