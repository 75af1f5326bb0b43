package eu.metacluster.discovery.areas;

import eu.metacluster.shared.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to go on when more comes than any honest file has. */
final class Bounded extends FilterInputStream {

  private long left;

  Bounded(InputStream in, long most) {
    super(in);
    left = most;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int n) {
    left -= n;
    if (left < 0) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1666", "discovery.areas.refused.large");
    }
  }
}
