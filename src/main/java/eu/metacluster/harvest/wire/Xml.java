package eu.metacluster.harvest.wire;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Walks through an XML document element by element, in one pass and without holding it. Names are
 * local names; nothing outside the document is ever opened. Each element that {@link #child} steps
 * into must be left by {@link #text}, {@link #skip} or by asking for its children to the end.
 */
public final class Xml {

  /** More than this of one element's text is not kept. */
  private static final int LONGEST = 1 << 20;

  private static final WstxInputFactory FACTORY = factory();

  private final XMLStreamReader2 xml;

  private Xml(XMLStreamReader2 xml) {
    this.xml = xml;
  }

  /** What is no well-formed XML from some line on. */
  public static final class Broken extends IOException {

    private static final long serialVersionUID = 1L;
    private final long line;

    Broken(XMLStreamException cause) {
      super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
      this.line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNumber();
    }

    /** The line from 1; 0 when it is not known. */
    public long line() {
      return line;
    }
  }

  private static WstxInputFactory factory() {
    WstxInputFactory factory = ClosedXml.factory();
    factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
    return factory;
  }

  /**
   * Opens a document; its encoding is read from its first bytes. Control characters that XML does
   * not allow are taken as spaces.
   */
  public static Xml open(InputStream in) throws IOException {
    try {
      return new Xml((XMLStreamReader2) FACTORY.createXMLStreamReader(new Printable(in)));
    } catch (XMLStreamException e) {
      throw new Broken(e);
    }
  }

  /** Opens a document whose encoding somebody else has found out. */
  public static Xml open(Reader text) throws IOException {
    try {
      return new Xml((XMLStreamReader2) FACTORY.createXMLStreamReader(text));
    } catch (XMLStreamException e) {
      throw new Broken(e);
    }
  }

  /** Steps into the root element and gives its name. */
  public String root() throws IOException {
    child();
    return name();
  }

  /** Steps into the next child of the current element; at its end leaves it and gives false. */
  public boolean child() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          return false;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw new Broken(e);
    }
  }

  /** Name of the current element, without prefix. */
  public String name() {
    return xml.getLocalName();
  }

  /** Namespace of the current element; empty when it has none. */
  public String namespace() {
    String uri = xml.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** An attribute of the current element by its local name; empty when it is not there. */
  public String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i).strip();
      }
    }
    return "";
  }

  /** All text within the current element, without space at its ends; leaves the element. */
  public String text() throws IOException {
    try {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return "";
      }
      String first = "";
      if (event == XMLStreamConstants.CHARACTERS) {
        first = xml.getText();
        event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT) {
          return first.strip();
        }
      }
      return gathered(new StringBuilder(first), event).strip();
    } catch (XMLStreamException e) {
      throw new Broken(e);
    }
  }

  /** The text from the current event on, to the end of the element that it is within. */
  private String gathered(StringBuilder text, int first) throws XMLStreamException {
    int depth = 1;
    for (int event = first; ; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() < LONGEST) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
        }
        default -> {}
      }
      if (depth == 0) {
        return text.toString();
      }
    }
  }

  /** Leaves the current element without looking into it. */
  public void skip() throws IOException {
    try {
      xml.skipElement();
    } catch (XMLStreamException e) {
      throw new Broken(e);
    }
  }

  /** The line of the current place, from 1. */
  public long line() {
    return xml.getLocation().getLineNumber();
  }

  /** Where the current tag begins, in characters from the document's start. */
  public long begins() {
    return xml.getLocationInfo().getStartingCharOffset();
  }

  /** Where the reading stands, in characters from the document's start. */
  public long ends() throws IOException {
    try {
      return xml.getLocationInfo().getEndingCharOffset();
    } catch (XMLStreamException e) {
      throw new Broken(e);
    }
  }
}
