package eu.metacluster.harvest.openaire;

import eu.metacluster.harvest.wire.Prose;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.util.Map;

/** Who funds, and under which framework programme. */
final class Funding {

  private static final String UNION = "ec__________::EC";
  private static final String OUTERMOST = "funding_level_0";

  /** As the grid writes the names of framework programmes. */
  private static final Map<String, String> FRAMEWORKS = Map.of("HE", "HORIZON");

  private String id = "";
  private String name = "";
  private String framework = "";

  /** Reads the element {@code fundingtree} of a project or {@code funding} of a relation. */
  static Funding tree(Xml xml) throws IOException {
    Funding funding = new Funding();
    funding.within(xml);
    return funding;
  }

  private void within(Xml xml) throws IOException {
    while (xml.child()) {
      switch (xml.name()) {
        case "funder" -> funder(xml);
        case OUTERMOST -> outermost(xml);
        case "funding_level_1", "funding_level_2", "parent" -> within(xml);
        default -> xml.skip();
      }
    }
  }

  /** Attributes in a relation, elements in a project. */
  private void funder(Xml xml) throws IOException {
    id = xml.attribute("id");
    name = Prose.line(xml.attribute("name"));
    while (xml.child()) {
      switch (xml.name()) {
        case "id" -> id = xml.text();
        case "name" -> name = Prose.line(xml.text());
        default -> xml.skip();
      }
    }
  }

  private void outermost(Xml xml) throws IOException {
    framework = Prose.name(xml.attribute("name"));
    while (xml.child()) {
      if (xml.name().equals("name")) {
        framework = Prose.name(xml.text());
      } else {
        xml.skip();
      }
    }
  }

  boolean union() {
    return id.equals(UNION);
  }

  String name() {
    return name;
  }

  String framework() {
    return FRAMEWORKS.getOrDefault(framework, framework);
  }
}
