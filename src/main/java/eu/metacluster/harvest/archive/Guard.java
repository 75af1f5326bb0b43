package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Counts what an archive unpacks to and stops it at its limits. */
final class Guard {

  private final Limits limits;
  private final LongSupplier packed;
  private long total;
  private int members;

  /**
   * @param packed bytes of the archive consumed so far, or its whole size
   */
  Guard(Limits limits, LongSupplier packed) {
    this.limits = limits;
    this.packed = packed;
  }

  /** Counts one more member, of any kind. */
  void member() throws ArchiveStopped {
    if (++members > limits.members()) {
      throw new ArchiveStopped(Reason.TOO_MANY);
    }
  }

  /**
   * The member's bytes, counted; the stream fails where a limit is reached.
   *
   * @param packedSize packed bytes of this member when known, else -1
   */
  InputStream watch(InputStream in, long packedSize) {
    return new Watched(in, packedSize);
  }

  private void count(long bytes, long ofMember, long packedMember) throws ArchiveStopped {
    total += bytes;
    if (total > limits.total() || ofMember > limits.member()) {
      throw new ArchiveStopped(Reason.TOO_LARGE);
    }
    if (tooGreat(total, packed.getAsLong())
        || (packedMember >= 0 && tooGreat(ofMember, packedMember))) {
      throw new ArchiveStopped(Reason.RATIO);
    }
  }

  private boolean tooGreat(long unpacked, long from) {
    return unpacked > limits.ratioFrom() && unpacked / Math.max(1, from) >= limits.ratio();
  }

  private final class Watched extends FilterInputStream {

    private final long packedMember;
    private long bytes;

    Watched(InputStream in, long packedMember) {
      super(in);
      this.packedMember = packedMember;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0) {
        count(1, ++bytes, packedMember);
      }
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = in.read(into, offset, length);
      if (n > 0) {
        bytes += n;
        count(n, bytes, packedMember);
      }
      return n;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
