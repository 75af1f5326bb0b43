package eu.metacluster.discovery.following;

import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is new in a search, as a feed (Atom) that any reader takes. */
@Controller
@PublicEndpoint("a feed says what the list says to everybody")
class AtomController {

  private static final int ENTRIES = 30;
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final GridSearch search;
  private final Records records;
  private final Shell shell;
  private final SiteAddress site;

  AtomController(GridSearch search, Records records, Shell shell, SiteAddress site) {
    this.search = search.open();
    this.records = records;
    this.shell = shell;
    this.site = site;
  }

  @GetMapping("/grid.atom")
  ResponseEntity<String> feed(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request)
      throws XMLStreamException {
    GridQuery query = GridQuery.of(parameters).by(Sorting.AUTHORISED);
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "atom+xml", StandardCharsets.UTF_8))
        .body(written(query, shell.page(request, null)));
  }

  private String written(GridQuery query, Page page) throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    String list = site.of(query.address("/grid"));
    String name = Wanted.of(query, new Standing(Map.of(), Map.of())).name();
    element(xml, "id", list);
    element(
        xml,
        "title",
        page.t(
            "discovery.follow.feedTitle",
            name.isEmpty() ? page.t("discovery.follow.everything") : name));
    link(xml, "alternate", list);
    link(xml, "self", site.of(query.address("/grid.atom")));
    Instant newest = Instant.EPOCH;
    var rows = search.find(query, ENTRIES).rows();
    for (Row row : rows) {
      Instant at = authorised(row);
      newest = at.isAfter(newest) ? at : newest;
    }
    element(xml, "updated", newest.truncatedTo(ChronoUnit.SECONDS).toString());
    xml.writeStartElement("author");
    element(xml, "name", "Metacluster");
    xml.writeEndElement();
    for (Row row : rows) {
      entry(xml, row);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    return text.toString();
  }

  private void entry(XMLStreamWriter xml, Row row) throws XMLStreamException {
    String address = site.of(row.path());
    xml.writeStartElement("entry");
    element(xml, "id", address);
    element(xml, "title", row.acronym() == null ? row.title() : row.acronym() + ": " + row.title());
    link(xml, "alternate", address);
    element(xml, "updated", authorised(row).truncatedTo(ChronoUnit.SECONDS).toString());
    element(xml, "summary", row.title());
    xml.writeEndElement();
  }

  private Instant authorised(Row row) {
    return records
        .find(row.kind(), row.handle())
        .map(GridRecord::publishedAt)
        .orElse(Instant.EPOCH);
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  /** An element with a text, without characters that XML does not have. */
  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text.replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]", " "));
    xml.writeEndElement();
  }
}
