package eu.metacluster.harvest.oai;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.openaire.Oaf;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the metadata of one record say, read in one pass and sealed once its place is known. */
interface Statement {

  boolean titled();

  Finding sealed(String key, Locator at);

  /**
   * Reads the metadata that the reader has just stepped into, and leaves them. The format is told
   * from the element, so that a repository may call it what it likes.
   *
   * @return null for a format that nobody here reads
   */
  static @Nullable Statement read(Xml xml) throws IOException {
    return switch (xml.name()) {
      case "dc" -> DublinCore.read(xml);
      case "oai_datacite", "resource" -> DataCite.read(xml);
      case "RDF" -> LearningResource.read(xml);
      case "entity" -> of(Oaf.entity(xml));
      default -> {
        xml.skip();
        yield null;
      }
    };
  }

  private static @Nullable Statement of(@Nullable Oaf entity) {
    return entity == null
        ? null
        : new Statement() {
          @Override
          public boolean titled() {
            return entity.titled();
          }

          @Override
          public Finding sealed(String key, Locator at) {
            return entity.sealed(key, at);
          }
        };
  }
}
