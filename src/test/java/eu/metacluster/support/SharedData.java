package eu.metacluster.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real data beside the project, {@code ../shared/data}. */
public final class SharedData {

  private SharedData() {}

  /**
   * A file or folder of the real data.
   *
   * @param path below {@code shared/data}, such as {@code cordis/horizon/project.csv.gz}
   * @return its path; the test is skipped with a message when the data is not there
   */
  public static Path at(String path) {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      Path found = folder.resolve("shared/data").resolve(path);
      if (Files.exists(found)) {
        return found;
      }
    }
    Assumptions.abort("no shared/data/" + path + " beside the project: this test did not run");
    throw new AssertionError();
  }
}
