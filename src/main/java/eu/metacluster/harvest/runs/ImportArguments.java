package eu.metacluster.harvest.runs;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stood on the command line. */
record ImportArguments(Path payload, @Nullable String source, boolean dry) {

  /** Null when the arguments cannot be used. */
  static @Nullable ImportArguments of(List<String> arguments) {
    Path payload = null;
    String source = null;
    boolean dry = false;
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("--dry-run")) {
        dry = true;
      } else if (word.equals("--source") && words.hasNext()) {
        source = words.next();
      } else if (word.startsWith("--source=")) {
        source = word.substring("--source=".length());
      } else if (word.startsWith("--") || payload != null) {
        return null;
      } else {
        payload = Path.of(word).toAbsolutePath().normalize();
      }
    }
    return payload == null ? null : new ImportArguments(payload, source, dry);
  }
}
