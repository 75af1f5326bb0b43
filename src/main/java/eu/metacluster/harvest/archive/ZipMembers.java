package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The members of a zip, by its directory; when the directory is cut off, as a stream up to where
 * the bytes end.
 */
final class ZipMembers {

  private final Path path;
  private final Limits limits;
  private final Reading reading;
  private final LongConsumer advanced;

  ZipMembers(Path path, Limits limits, Reading reading, LongConsumer advanced) {
    this.path = path;
    this.limits = limits;
    this.reading = reading;
    this.advanced = advanced;
  }

  void each(Member.Visitor visitor) throws IOException {
    ZipFile zip = open();
    if (zip == null) {
      reading.problem(Problem.of(String.valueOf(path.getFileName()), Reason.TRUNCATED));
      streamed(visitor);
      return;
    }
    try (zip) {
      listed(zip, visitor);
    }
  }

  private @Nullable ZipFile open() {
    try {
      return ZipFile.builder().setPath(path).get();
    } catch (IOException e) {
      return null;
    }
  }

  private void listed(ZipFile zip, Member.Visitor visitor) throws IOException {
    long size = Files.size(path);
    Guard guard = new Guard(limits, () -> size);
    Opening opening = new Opening(guard, reading, visitor);
    Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      guard.member();
      if (mayRead(entry, zip.canReadEntryData(entry))) {
        try (InputStream in = zip.getInputStream(entry)) {
          opening.open(entry.getName(), null, in, entry.getCompressedSize());
        }
      }
      advanced.accept(Math.max(0, entry.getCompressedSize()));
    }
  }

  private void streamed(Member.Visitor visitor) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        Counting counting = new Counting(file, advanced);
        ZipArchiveInputStream zip =
            new ZipArchiveInputStream(
                new BufferedInputStream(counting, 1 << 16), "UTF-8", true, true)) {
      Guard guard = new Guard(limits, counting::count);
      Opening opening = new Opening(guard, reading, visitor);
      ZipArchiveEntry entry = next(zip);
      while (entry != null) {
        guard.member();
        if (mayRead(entry, zip.canReadEntryData(entry))) {
          opening.open(entry.getName(), null, zip);
        }
        entry = next(zip);
      }
    }
  }

  private static @Nullable ZipArchiveEntry next(ZipArchiveInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (ArchiveStopped e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private boolean mayRead(ZipArchiveEntry entry, boolean readable) {
    if (entry.isDirectory()) {
      return false;
    }
    Reason refusal = entry.isUnixSymlink() ? Reason.LINK : Names.refusal(entry.getName());
    if (refusal == null && !readable) {
      refusal = Reason.UNREADABLE;
    }
    if (refusal != null) {
      reading.problem(Problem.of(entry.getName(), refusal));
    }
    return refusal == null;
  }
}
