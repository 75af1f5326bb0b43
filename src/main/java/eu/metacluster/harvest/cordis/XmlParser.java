package eu.metacluster.harvest.cordis;

import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.wire.ClosedXml;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one project's XML into rows with the column names of the CSV export, so that both formats
 * take the same way from there. Namespaces are looked over; a document type declaration ends it.
 */
final class XmlParser {

  private static final XMLInputFactory FACTORY = ClosedXml.factory();

  private final XMLStreamReader xml;

  private XmlParser(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * What one file says.
   *
   * @param cells the project's own columns
   * @param rows rows of the other sheets, in the order of the file
   */
  record Project(Map<String, String> cells, List<Row> rows) {}

  /** One row of a sheet, with the line it was read from. */
  record Row(Sheet sheet, long line, Map<String, String> cells) {}

  /** A file that is no project; says why. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final long line;

    Unreadable(Reason reason, long line, @Nullable String message) {
      super(message);
      this.reason = reason;
      this.line = line;
    }

    Reason reason() {
      return reason;
    }

    long line() {
      return line;
    }
  }

  /** Reads the file; null when its root is no project. */
  static @Nullable Project parse(byte[] file) throws Unreadable {
    XMLStreamReader xml = null;
    try {
      xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(file));
      return new XmlParser(xml).document();
    } catch (XMLStreamException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new Unreadable(Reason.BAD_XML, line, firstLine(e.getMessage()));
    } finally {
      close(xml);
    }
  }

  private static void close(@Nullable XMLStreamReader xml) {
    if (xml != null) {
      try {
        xml.close();
      } catch (XMLStreamException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private @Nullable Project document() throws XMLStreamException, Unreadable {
    int event = xml.getEventType();
    while (event != XMLStreamConstants.START_ELEMENT) {
      if (event == XMLStreamConstants.DTD) {
        throw new Unreadable(Reason.DOCTYPE, xml.getLocation().getLineNumber(), "DOCTYPE");
      }
      event = xml.next();
    }
    if (!xml.getLocalName().equals("project")) {
      return null;
    }
    Project project = project();
    while (xml.hasNext()) {
      xml.next();
    }
    return project;
  }

  private Project project() throws XMLStreamException {
    Map<String, String> cells = new HashMap<>(32);
    List<Row> rows = new ArrayList<>();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String name = xml.getLocalName();
      if (XmlRows.PROJECT.contains(name)) {
        cells.putIfAbsent(name, xml.getElementText());
      } else if (name.equals("identifiers")) {
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
          take("grantDoi", "grantDoi", cells);
        }
      } else if (name.equals("relations")) {
        relations(cells, rows);
      } else {
        skip();
      }
    }
    return new Project(cells, rows);
  }

  private void relations(Map<String, String> cells, List<Row> rows) throws XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String group = xml.getLocalName();
      if (!group.equals("associations") && !group.equals("categories")) {
        skip();
        continue;
      }
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "organization" -> rows.add(organisation());
          case "programme" -> programme(cells, rows);
          case "call" -> call(cells);
          case "webLink" -> rows.add(link());
          case "category" -> category(cells, rows);
          default -> skip();
        }
      }
    }
  }

  private Row organisation() throws XMLStreamException {
    Row row = row(Sheet.ORGANISATION);
    XmlRows.PARTICIPATION.forEach((attribute, column) -> put(row, column, attribute(attribute)));
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "address" -> children(XmlRows.ADDRESS, row.cells());
        case "relations" -> organisationRelations(row.cells());
        default -> take(XmlRows.ORGANISATION, row.cells());
      }
    }
    return row;
  }

  /**
   * Activity type and region stand two levels down; of several regions the export takes the last.
   */
  private void organisationRelations(Map<String, String> cells) throws XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        String type = attribute("type");
        if (type.equals("relatedOrganizationActivityType")) {
          children(Map.of("code", "activityType"), cells);
          cells.computeIfPresent("activityType", (c, code) -> afterSlash(code));
        } else if (type.equals("relatedNutsCode")) {
          cells.remove("nutsCode");
          children(Map.of("nutsCode", "nutsCode"), cells);
        } else {
          skip();
        }
      }
    }
  }

  private void programme(Map<String, String> cells, List<Row> rows) throws XMLStreamException {
    String type = attribute("type");
    boolean topic = type.equals("relatedTopic");
    if (!topic && !type.equals("relatedLegalBasis")) {
      skip();
      return;
    }
    Row row = row(topic ? Sheet.TOPIC : Sheet.LEGAL_BASIS);
    children(topic ? XmlRows.TOPIC : XmlRows.LEGAL_BASIS, row.cells());
    String framework = row.cells().get("frameworkProgramme");
    if (framework != null) {
      cells.putIfAbsent("frameworkProgramme", framework);
    }
    rows.add(row);
  }

  private void call(Map<String, String> cells) throws XMLStreamException {
    if (attribute("type").equals("relatedMasterCall")) {
      children(Map.of("identifier", "masterCall"), cells);
    } else {
      skip();
    }
  }

  private Row link() throws XMLStreamException {
    Row row = row(Sheet.WEB_LINK);
    put(row, "type", attribute("type"));
    put(row, "represents", attribute("represents"));
    children(Map.of("physUrl", "physUrl"), row.cells());
    return row;
  }

  private void category(Map<String, String> cells, List<Row> rows) throws XMLStreamException {
    switch (attribute("classification")) {
      case "euroSciVoc" -> {
        Row row = row(Sheet.SUBJECT);
        children(Map.of("displayCode", "euroSciVocPath"), row.cells());
        rows.add(row);
      }
      case "projectFundingSchemeCategory" -> {
        children(Map.of("code", "fundingScheme"), cells);
        cells.computeIfPresent("fundingScheme", (c, code) -> afterSlash(code));
      }
      default -> skip();
    }
  }

  private Row row(Sheet sheet) {
    return new Row(sheet, xml.getLocation().getLineNumber(), new HashMap<>());
  }

  private static void put(Row row, String column, String value) {
    row.cells().putIfAbsent(column, value);
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static String afterSlash(String code) {
    return code.startsWith("/") ? code.substring(1) : code;
  }

  /** Takes the text of the wanted children of the current element, to its end. */
  private void children(Map<String, String> wanted, Map<String, String> cells)
      throws XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      take(wanted, cells);
    }
  }

  private void take(Map<String, String> wanted, Map<String, String> cells)
      throws XMLStreamException {
    String column = wanted.get(xml.getLocalName());
    if (column == null) {
      skip();
    } else {
      cells.putIfAbsent(column, xml.getElementText());
    }
  }

  private void take(String element, String column, Map<String, String> cells)
      throws XMLStreamException {
    take(Map.of(element, column), cells);
  }

  /** Goes to the end of the current element without looking into it. */
  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }
}
