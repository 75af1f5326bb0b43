package eu.metacluster.harvest.runs;

import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which folders of the server a person may name as a source, and where uploads lie. */
@Component
class ImportRoots {

  private final Path own;
  private final List<Path> roots = new ArrayList<>();

  ImportRoots(
      @Value("${metacluster.data}") Path data,
      @Value("${metacluster.import-roots:}") List<String> configured) {
    own = data.toAbsolutePath().normalize().resolve("import");
    roots.add(own);
    for (String root : configured) {
      if (!root.isBlank()) {
        roots.add(Path.of(root.strip()).toAbsolutePath().normalize());
      }
    }
  }

  List<Path> roots() {
    return List.copyOf(roots);
  }

  /**
   * The real path of what a person named.
   *
   * @throws Refusal when it lies elsewhere or is not there
   */
  String checked(String named) {
    try {
      Path real = Path.of(named.strip()).toRealPath();
      for (Path root : roots) {
        if (Files.isDirectory(root) && real.startsWith(root.toRealPath())) {
          return real.toString();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1407", "harvest.refusal.not_there");
    }
    throw new Refusal(
        Refusal.Kind.FORBIDDEN,
        "MC-1409",
        "harvest.refusal.outside",
        String.valueOf(roots.getLast()));
  }

  /**
   * The files that were handed in; what people laid into the folder themselves is not among them.
   */
  List<Path> uploads() {
    return Scratch.list(own).stream()
        .filter(folder -> folder.getFileName().toString().matches("source-[0-9]+"))
        .flatMap(folder -> Scratch.list(folder).stream())
        .filter(file -> file.getFileName().toString().matches("[0-9]{13}-.*"))
        .toList();
  }

  /** Stores an upload under a name of our own that ends like the given one. */
  Path store(long source, String fileName, InputStream content) {
    String plain = Path.of(fileName.replace('\\', '/')).getFileName().toString();
    String safe = plain.replaceAll("[^A-Za-z0-9._-]", "_");
    Path file = own.resolve("source-" + source).resolve(System.currentTimeMillis() + "-" + safe);
    try {
      Files.createDirectories(file.getParent());
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
