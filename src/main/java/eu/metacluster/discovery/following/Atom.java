package eu.metacluster.discovery.following;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes a feed (Atom, RFC 4287). */
final class Atom {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final MediaType TYPE =
      MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * Begins a feed.
   *
   * @param page the address of what it is about, which is also its id
   * @param self its own address
   * @param updated when something in it was new last
   */
  Atom(String page, String self, String title, Instant updated) throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element("id", page);
    element("title", title);
    link("alternate", page);
    link("self", self);
    element("updated", updated.truncatedTo(ChronoUnit.SECONDS).toString());
    xml.writeStartElement("author");
    element("name", "Metacluster");
    xml.writeEndElement();
  }

  /** Something new. */
  void entry(String id, String page, String title, Instant updated, String summary)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    element("id", id);
    element("title", title);
    link("alternate", page);
    element("updated", updated.truncatedTo(ChronoUnit.SECONDS).toString());
    element("summary", summary);
    xml.writeEndElement();
  }

  /** Ends it. */
  ResponseEntity<String> answer() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    return ResponseEntity.ok().contentType(TYPE).body(text.toString());
  }

  private void link(String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  /** An element with a text, without characters that XML does not have. */
  private void element(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value.replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]", " "));
    xml.writeEndElement();
  }
}
