package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * A payload as it lies on the disk: a folder, a single file (plain or gzip), a zip, or a tar
 * (plain, gzip or xz). What kind it is is read from its bytes, not from its name.
 */
public final class Payload {

  private static final int XZ_MEMORY_KIB = 256 << 10;
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final Limits limits;
  private final Reading reading;
  private final LongConsumer advanced;

  /**
   * @param advanced told of every packed byte taken from the disk
   */
  public Payload(Path path, Limits limits, Reading reading, LongConsumer advanced) {
    this.path = path;
    this.limits = limits;
    this.reading = reading;
    this.advanced = advanced;
  }

  /**
   * Shows every member to the visitor. A member that may not be read, and the place where an
   * archive breaks off, become lines of the log.
   *
   * @throws IOException when the payload cannot be opened, or the visitor fails
   */
  public void each(Member.Visitor visitor) throws IOException {
    if (Files.isDirectory(path)) {
      new Folder(path, limits, reading, advanced).each(visitor);
    } else {
      archive(visitor);
    }
  }

  /** Bytes of the file, or of all files below the folder. */
  public static long size(Path path) throws IOException {
    long size = 0;
    try (Stream<Path> walk = Files.walk(path.toRealPath())) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private void archive(Member.Visitor visitor) throws IOException {
    Kind kind = Kind.of(path);
    try {
      if (kind == Kind.ZIP) {
        new ZipMembers(path, limits, reading, advanced).each(visitor);
      } else {
        packed(kind, visitor);
      }
    } catch (ArchiveStopped e) {
      reading.problem(Problem.of(fileName(), e.reason()));
    }
  }

  private void packed(Kind kind, Member.Visitor visitor) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      Counting counting = new Counting(file, advanced);
      Guard guard = new Guard(limits, counting::count);
      BufferedInputStream content = unpacked(kind, new BufferedInputStream(counting, BUFFER));
      if (content == null) {
        reading.problem(Problem.of(fileName(), Reason.UNREADABLE));
      } else if (TarMembers.isTar(content)) {
        new TarMembers(fileName(), content, guard, reading).each(visitor);
      } else {
        guard.member();
        Tolerant whole = new Tolerant(guard.watch(content, -1), fileName(), reading);
        visitor.visit(
            new Member(
                Names.withoutGzip(fileName()),
                kind == Kind.OTHER ? path : null,
                whole,
                whole::broken));
      }
    }
  }

  private static @Nullable BufferedInputStream unpacked(Kind kind, InputStream in) {
    try {
      InputStream unpacked =
          switch (kind) {
            case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
            case GZIP -> new GZIPInputStream(in, BUFFER);
            case ZIP, OTHER -> in;
          };
      return new BufferedInputStream(unpacked, BUFFER);
    } catch (IOException e) {
      return null;
    }
  }

  private String fileName() {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }
}
