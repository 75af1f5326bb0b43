package eu.metacluster.harvest.openaire;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an {@code oaf:entity} says, read in one pass and sealed once its place is known. */
public interface Oaf {

  String NAMESPACE = "http://namespace.openaire.eu/oaf";

  /** Whether it has a title. */
  boolean titled();

  /** Seals it under the source's own name for it. */
  Finding sealed(String key, Locator at);

  /**
   * Reads the entity that the reader has just stepped into, and leaves it.
   *
   * @return null for an entity that is neither a project nor a result
   */
  static @Nullable Oaf entity(Xml xml) throws IOException {
    Oaf found = null;
    while (xml.child()) {
      switch (xml.name()) {
        case "project" -> found = OafProject.read(xml);
        case "result" -> found = OafResult.read(xml);
        default -> xml.skip();
      }
    }
    return found;
  }
}
