package eu.metacluster.screening.cases;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another module knows of the records of a case; it contributes this as a bean. */
public interface Background {

  /** Lines for the page of a case, in order; none when it knows nothing. */
  List<Line> of(Collection<UUID> records);

  /**
   * One line.
   *
   * @param key the bundle key of the sentence
   * @param arguments values for its places
   * @param path where more of it stands, null for a plain sentence
   */
  record Line(String key, List<Object> arguments, @Nullable String path) {}
}
