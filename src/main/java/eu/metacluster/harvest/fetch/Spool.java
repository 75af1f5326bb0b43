package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Takes a body: into memory while it is small, then onto the disk, and never more than allowed. */
final class Spool {

  private static final int IN_MEMORY = 1 << 20;
  private static final int BUFFER = 1 << 14;

  /** More than any text shrinks to; what unpacks to less than {@link #HARMLESS} may. */
  private static final int RATIO = 200;

  private static final long HARMLESS = 4L << 20;

  private final URI address;
  private final FetchLimits limits;
  private final Path folder;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private long unpacked;

  Spool(URI address, FetchLimits limits, Path folder) {
    this.address = address;
    this.limits = limits;
    this.folder = folder;
  }

  void take(InputStream body, String encoding) throws IOException {
    Counted counted = new Counted(new BufferedInputStream(body, BUFFER));
    InputStream in = encoding.contains("gzip") && counted.packed() ? unzipped(counted) : counted;
    OutputStream out = memory;
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        unpacked += n;
        check(counted.read);
        if (out == memory && unpacked > IN_MEMORY) {
          out = toDisk();
        }
        out.write(buffer, 0, n);
      }
    } catch (ZipException e) {
      throw new FetchException(Trouble.BROKEN_OFF, address, "");
    } finally {
      out.close();
    }
  }

  private InputStream unzipped(Counted counted) throws IOException {
    return new GZIPInputStream(counted, BUFFER);
  }

  private void check(long packed) throws FetchException {
    if (unpacked > HARMLESS && unpacked > packed * RATIO) {
      throw new FetchException(Trouble.BOMB, address, "");
    }
    if (unpacked > limits.bytes()) {
      throw new FetchException(Trouble.TOO_LARGE, address, (limits.bytes() >> 20) + " MB");
    }
  }

  private OutputStream toDisk() throws IOException {
    Path path = Files.createTempFile(folder, "answer-", "");
    file = path;
    OutputStream out = Files.newOutputStream(path);
    memory.writeTo(out);
    memory.reset();
    return out;
  }

  /** The body when it is in memory. */
  byte @Nullable [] small() {
    return file == null ? memory.toByteArray() : null;
  }

  @Nullable Path file() {
    return file;
  }

  /** Counts what came over the line. */
  private static final class Counted extends FilterInputStream {

    private long read;

    Counted(InputStream in) {
      super(in);
    }

    /** Whether it begins as gzip does, whatever the header says. */
    boolean packed() throws IOException {
      in.mark(2);
      int first = in.read();
      int second = in.read();
      in.reset();
      return first == 0x1F && second == 0x8B;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      read += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      read += Math.max(0, n);
      return n;
    }
  }
}
