package eu.metacluster.harvest.openaire;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.wire.Work;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** A publication, dataset or software, with the grants of the Union that it came from. */
final class OafResult implements Oaf {

  private static final String MAIN_TITLE = "main title";

  private final Work work = new Work();
  private final Set<String> otherTitles = new LinkedHashSet<>();
  private String type = "";
  private String instance = "";
  private String relevant = "";

  private OafResult() {}

  static OafResult read(Xml xml) throws IOException {
    OafResult result = new OafResult();
    while (xml.child()) {
      result.element(xml);
    }
    result.settle();
    return result;
  }

  private void element(Xml xml) throws IOException {
    switch (xml.name()) {
      case "title" -> title(xml.attribute("classid"), xml.text());
      case "creator" -> work.author(xml.text());
      case "description" -> work.summary(xml.text());
      case "subject" -> work.keyword(xml.text());
      case "dateofacceptance" -> work.published(xml.text());
      case "relevantdate" -> relevant = relevant.isEmpty() ? xml.text() : skipped(xml, relevant);
      case "publisher" -> work.publisher(xml.text());
      case "journal" -> work.container(xml.text());
      case "language" -> work.language(skipped(xml, xml.attribute("classid")));
      case "resulttype" -> type = skipped(xml, xml.attribute("classid"));
      case "bestaccessright" -> work.detail("Access", skipped(xml, xml.attribute("classname")));
      case "pid" -> pid(xml.attribute("classid"), xml.text());
      case "rels" -> relations(xml);
      case "children" -> children(xml);
      default -> xml.skip();
    }
  }

  private static String skipped(Xml xml, String value) throws IOException {
    xml.skip();
    return value;
  }

  private void title(String sort, String title) {
    if (sort.isEmpty() || sort.equals(MAIN_TITLE)) {
      work.title(title);
    } else {
      otherTitles.add(title);
    }
  }

  private void pid(String sort, String value) {
    switch (sort) {
      case "doi" -> work.doi(value);
      case "pmid" -> work.pmid(value);
      default -> {}
    }
  }

  private void relations(Xml xml) throws IOException {
    while (xml.child()) {
      if (xml.name().equals("rel")) {
        relation(xml);
      } else {
        xml.skip();
      }
    }
  }

  private void relation(Xml xml) throws IOException {
    boolean project = false;
    String code = "";
    Funding funding = new Funding();
    while (xml.child()) {
      switch (xml.name()) {
        case "to" -> project = skipped(xml, xml.attribute("type")).equals("project");
        case "code" -> code = xml.text();
        case "funding" -> funding = Funding.tree(xml);
        default -> xml.skip();
      }
    }
    if (project && funding.union() && code.matches("[0-9]{6,9}")) {
      work.grant(code);
    }
  }

  /** The instances say what sort it is, where it lies and under which licence. */
  private void children(Xml xml) throws IOException {
    while (xml.child()) {
      if (!xml.name().equals("instance")) {
        xml.skip();
        continue;
      }
      while (xml.child()) {
        switch (xml.name()) {
          case "instancetype" -> {
            String name = skipped(xml, xml.attribute("classname"));
            instance = instance.isEmpty() ? name : instance;
          }
          case "licence", "license" -> work.licence(xml.text());
          default -> xml.skip();
        }
      }
    }
  }

  private void settle() {
    otherTitles.forEach(work::title);
    work.published(relevant);
    work.sort(type.equals("publication") ? instance : type);
  }

  @Override
  public boolean titled() {
    return work.titled();
  }

  @Override
  public Finding sealed(String key, Locator at) {
    return work.sealed(RecordKind.OUTPUT, key, at);
  }
}
