package eu.metacluster.harvest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Counts bytes as they are taken from a file, and passes each step on. */
final class Counting extends FilterInputStream {

  private final LongConsumer advanced;
  private long count;

  Counting(InputStream in, LongConsumer advanced) {
    super(in);
    this.advanced = advanced;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      count++;
      advanced.accept(1);
    }
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = in.read(into, offset, length);
    if (n > 0) {
      count += n;
      advanced.accept(n);
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
