package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** The files below a folder, in the order of their names; links are not followed. */
final class Folder {

  private final Path root;
  private final Limits limits;
  private final Reading reading;
  private final LongConsumer advanced;

  Folder(Path root, Limits limits, Reading reading, LongConsumer advanced) {
    this.root = root;
    this.limits = limits;
    this.reading = reading;
    this.advanced = advanced;
  }

  void each(Member.Visitor visitor) throws IOException {
    Path real = root.toRealPath();
    try (Stream<Path> walk = Files.walk(real)) {
      Iterator<Path> files = walk.sorted().iterator();
      while (files.hasNext()) {
        Path file = files.next();
        String name = real.relativize(file).toString().replace('\\', '/');
        if (Files.isSymbolicLink(file) && !file.equals(real)) {
          reading.problem(Problem.of(name, Reason.LINK));
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          visit(file, name, visitor);
        }
      }
    }
  }

  private void visit(Path file, String name, Member.Visitor visitor) throws IOException {
    if (Names.archive(name)) {
      reading.problem(Problem.of(name, Reason.NESTED));
      return;
    }
    try (InputStream in = Files.newInputStream(file);
        Counting counting = new Counting(in, advanced)) {
      Guard guard = new Guard(limits, counting::count);
      new Opening(guard, reading, visitor).open(name, file, counting);
    } catch (ArchiveStopped e) {
      reading.problem(Problem.of(name, e.reason()));
    }
  }
}
