package eu.metacluster.opendata.oai;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An answer while it grows, as the bytes that will be sent. */
final class PageBytes {

  private byte[] bytes;
  private int size;

  PageBytes(int expected) {
    bytes = new byte[expected];
  }

  PageBytes put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  PageBytes put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  int size() {
    return size;
  }

  void send(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }
}
