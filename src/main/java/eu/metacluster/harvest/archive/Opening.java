package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Hands one member to the visitor: guarded, a gzip around it taken off, a broken end bearable. */
final class Opening {

  private static final int BUFFER = 1 << 16;

  private final Guard guard;
  private final Reading reading;
  private final Member.Visitor visitor;

  Opening(Guard guard, Reading reading, Member.Visitor visitor) {
    this.guard = guard;
    this.reading = reading;
    this.visitor = visitor;
  }

  void open(String name, @Nullable Path file, InputStream raw) throws IOException {
    open(name, file, raw, -1);
  }

  /**
   * @param packedSize packed bytes of this member when known, else -1
   */
  void open(String name, @Nullable Path file, InputStream raw, long packedSize) throws IOException {
    InputStream unpacked = raw;
    if (Names.gzip(name)) {
      try {
        unpacked = new GZIPInputStream(raw, BUFFER);
      } catch (ArchiveStopped e) {
        throw e;
      } catch (IOException e) {
        reading.problem(Problem.of(name, Reason.UNREADABLE));
        return;
      }
    }
    Tolerant tolerant = new Tolerant(guard.watch(unpacked, packedSize), name, reading);
    visitor.visit(
        new Member(
            Names.withoutGzip(name), unpacked == raw ? file : null, tolerant, tolerant::broken));
  }
}
