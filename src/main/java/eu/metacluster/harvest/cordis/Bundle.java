package eu.metacluster.harvest.cordis;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.archive.Limits;
import eu.metacluster.harvest.archive.Member;
import eu.metacluster.harvest.archive.Payload;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one CSV bundle as plain files, each kept as a snapshot. */
final class Bundle implements Closeable {

  private final Reading reading;
  private final Path unpacked;
  private final Map<Sheet, Part> parts = new EnumMap<>(Sheet.class);

  private record Part(String name, Path file, long snapshot) {}

  private Bundle(Reading reading, Path unpacked) {
    this.reading = reading;
    this.unpacked = unpacked;
  }

  static Bundle open(Path payload, Reading reading) throws IOException {
    Bundle bundle = new Bundle(reading, reading.scratch());
    try {
      new Payload(payload, Limits.USUAL, reading, n -> {}).each(bundle::take);
      return bundle;
    } catch (IOException | RuntimeException e) {
      bundle.close();
      throw e;
    }
  }

  private void take(Member member) throws IOException {
    Sheet sheet = Sheet.of(member.simpleName());
    if (sheet == null || parts.containsKey(sheet)) {
      Reason reason = sheet == null ? Reason.NOT_READ : Reason.DUPLICATE;
      reading.problem(Problem.of(member.name(), reason));
      return;
    }
    Path file = member.file();
    if (file == null) {
      file = unpacked.resolve(sheet.file());
      parts.put(sheet, new Part(member.name(), file, 0));
      Files.copy(member.stream(), file, StandardCopyOption.REPLACE_EXISTING);
    }
    parts.put(sheet, new Part(member.name(), file, 0));
  }

  /** Keeps all files as snapshots; their places are known from then on. A byte is a step. */
  void keep() throws IOException {
    for (Map.Entry<Sheet, Part> entry : parts.entrySet()) {
      Part part = entry.getValue();
      long id = reading.keep(part.name(), "text/csv", () -> Files.newInputStream(part.file()));
      entry.setValue(new Part(part.name(), part.file(), id));
      reading.advanced(size(entry.getKey()));
    }
  }

  /** Bytes of a file, 0 when the bundle has no such file. */
  long size(Sheet sheet) throws IOException {
    Part part = parts.get(sheet);
    return part == null ? 0 : Files.size(part.file());
  }

  boolean has(Sheet sheet) {
    return parts.containsKey(sheet);
  }

  /** The rows of a file; null when the bundle has no such file. */
  @Nullable Table table(Sheet sheet) throws IOException {
    Part part = parts.get(sheet);
    return part == null
        ? null
        : new Table(
            sheet, part.name(), part.snapshot(), Files.newInputStream(part.file()), reading);
  }

  @Override
  public void close() throws IOException {
    for (Sheet sheet : Sheet.values()) {
      Files.deleteIfExists(unpacked.resolve(sheet.file()));
    }
  }
}
