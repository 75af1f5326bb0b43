package eu.metacluster.harvest.oai;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.wire.Work;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Training material in the RDF of Bioschemas, as registries of training hand it out. */
final class LearningResource implements Statement {

  private final Work work = new Work();

  private LearningResource() {}

  static @Nullable LearningResource read(Xml xml) throws IOException {
    LearningResource found = null;
    while (xml.child()) {
      switch (xml.name()) {
        case "LearningResource", "Course" -> {
          found = new LearningResource();
          found.resource(xml);
        }
        default -> xml.skip();
      }
    }
    return found;
  }

  private void resource(Xml xml) throws IOException {
    work.sort(xml.name().equals("Course") ? "course" : "learning resource");
    while (xml.child()) {
      switch (xml.name()) {
        case "name" -> work.title(xml.text());
        case "description" -> work.summary(xml.text());
        case "keywords" -> work.keyword(xml.text());
        case "inLanguage" -> work.language(xml.text());
        case "datePublished" -> work.published(xml.text());
        case "identifier" -> work.doi(xml.text());
        case "license" -> work.licence(valueOf(xml));
        case "url" -> work.address(valueOf(xml));
        case "author" -> author(xml);
        default -> xml.skip();
      }
    }
  }

  /** A value stands as text or as the address of a resource. */
  private static String valueOf(Xml xml) throws IOException {
    String resource = xml.attribute("resource");
    String text = xml.text();
    return resource.isEmpty() ? text : resource;
  }

  private void author(Xml xml) throws IOException {
    while (xml.child()) {
      if (!xml.name().equals("Person") && !xml.name().equals("Organization")) {
        xml.skip();
        continue;
      }
      while (xml.child()) {
        if (xml.name().equals("name")) {
          work.author(xml.text());
        } else {
          xml.skip();
        }
      }
    }
  }

  @Override
  public boolean titled() {
    return work.titled();
  }

  @Override
  public Finding sealed(String key, Locator at) {
    return work.sealed(RecordKind.TRAINING, key, at);
  }
}
