package eu.metacluster.discovery.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Files are mapped into memory but for the lines of lists, of which a page reads a few, far from
 * each other, which would soon keep all of them there, and for columns that are read but once, see
 * {@link ReadOnce}. They are read so that a thread that is interrupted meanwhile takes nothing away
 * from others, unlike what channels do.
 */
final class LinesDirectory extends FilterDirectory {

  /** How the names of files end that hold what is stored of documents. */
  private static final String LINES = ".fdt";

  /** Columns are read from one end to the other. */
  private static final int LARGE_BUFFER = 8 << 10;

  private final Path folder;

  LinesDirectory(FSDirectory files) {
    super(files);
    folder = files.getDirectory();
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    boolean columns = ReadOnce.holds(name);
    if (!columns && !name.endsWith(LINES)) {
      return super.openInput(name, context);
    }
    ensureOpen();
    try {
      return new Lines(
          name,
          new RandomAccessFile(folder.resolve(name).toFile(), "r"),
          columns ? LARGE_BUFFER : BufferedIndexInput.BUFFER_SIZE);
    } catch (FileNotFoundException e) {
      throw new NoSuchFileException(name);
    }
  }

  private static final class Lines extends BufferedIndexInput {
    private final RandomAccessFile file;
    private final long start;
    private final long length;
    private boolean copy;

    Lines(String name, RandomAccessFile file, int buffer) throws IOException {
      super(name, buffer);
      this.file = file;
      start = 0;
      length = file.length();
    }

    /** A piece of another one. */
    private Lines(String name, Lines whole, long from, long length) {
      super(name, whole.getBufferSize());
      file = whole.file;
      start = whole.start + from;
      this.length = length;
      copy = true;
    }

    @Override
    public IndexInput slice(String name, long from, long size) throws IOException {
      if (from < 0 || size < 0 || size > length - from) {
        throw new IllegalArgumentException(
            "no piece " + name + " of " + size + " from " + from + " in " + this);
      }
      return new Lines(getFullSliceDescription(name), this, from, size);
    }

    @Override
    protected void readInternal(ByteBuffer into) throws IOException {
      long from = getFilePointer();
      if (from + into.remaining() > length) {
        throw new EOFException("read past the end of " + this);
      }
      synchronized (file) {
        file.seek(start + from);
        file.readFully(into.array(), into.arrayOffset() + into.position(), into.remaining());
      }
      into.position(into.limit());
    }

    @Override
    protected void seekInternal(long to) throws IOException {
      if (to > length) {
        throw new EOFException("sought past the end of " + this);
      }
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public Lines clone() {
      Lines other = (Lines) super.clone();
      other.copy = true;
      return other;
    }

    @Override
    public void close() throws IOException {
      if (!copy) {
        file.close();
      }
    }
  }
}
