package eu.metacluster.opendata.oai;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a piece of XML. What XML cannot hold, such as control characters, is left out; empty
 * elements are not written.
 */
final class XmlPiece {

  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private static final XMLOutputFactory FACTORY = factory();

  private final StringWriter text = new StringWriter(2048);
  private final XMLStreamWriter out;

  XmlPiece() {
    try {
      out = FACTORY.createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no writer of XML", e);
    }
  }

  private static XMLOutputFactory factory() {
    XMLOutputFactory factory = new WstxOutputFactory();
    factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
    return factory;
  }

  /**
   * Opens an element.
   *
   * @param name with its prefix, if it has one
   * @param attributes names and values in turn; pairs without a value are left out
   */
  XmlPiece open(String name, @Nullable String... attributes) {
    try {
      out.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        String key = attributes[i];
        String value = attributes[i + 1];
        if (key != null && value != null) {
          out.writeAttribute(key, clean(value));
        }
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  XmlPiece close() {
    try {
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes an element with text; nothing when the text is missing or blank. */
  XmlPiece element(String name, @Nullable String content, @Nullable String... attributes) {
    if (content == null || content.isBlank()) {
      return this;
    }
    return open(name, attributes).text(content).close();
  }

  XmlPiece text(String content) {
    try {
      out.writeCharacters(clean(content));
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  XmlPiece elements(String name, List<String> contents) {
    contents.forEach(content -> element(name, content));
    return this;
  }

  /** What was written. */
  String done() {
    try {
      out.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text without what XML 1.0 has no way to say. */
  static String clean(String text) {
    int bad = 0;
    while (bad < text.length() && allowed(text.codePointAt(bad))) {
      bad += Character.charCount(text.codePointAt(bad));
    }
    if (bad == text.length()) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(XmlPiece::allowed).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
