package eu.metacluster.harvest.table;

import eu.metacluster.harvest.wire.ClosedXml;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The first sheet of an OpenDocument spreadsheet. */
final class OpenDocument {

  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

  /** A filled row that repeats more often than this was filled by a program, not a person. */
  private static final int REPEATED = 1_000;

  private static final int LONGEST = 100_000;
  private static final XMLInputFactory FACTORY = ClosedXml.factory();

  private final XMLStreamReader xml;
  private final Rows rows;
  private List<String> cells = new ArrayList<>();
  private long line = 1;

  private OpenDocument(XMLStreamReader xml, Rows rows) {
    this.xml = xml;
    this.rows = rows;
  }

  /** Hands out the rows; false when no more were wanted. */
  static boolean read(Path file, Rows rows) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry content = zip.getEntry("content.xml");
      try (InputStream in = zip.getInputStream(content)) {
        XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
        return new OpenDocument(xml, rows).sheet();
      } catch (XMLStreamException e) {
        throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1471", "harvest.refusal.spreadsheet");
      }
    }
  }

  private boolean sheet() throws XMLStreamException, IOException {
    while (xml.hasNext()) {
      int event = xml.next();
      boolean ours = xml.hasName() && TABLE.equals(xml.getNamespaceURI());
      if (event == XMLStreamConstants.START_ELEMENT && ours) {
        begin(xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT && ours) {
        if (xml.getLocalName().equals("table")) {
          return true;
        }
      }
    }
    return true;
  }

  private void begin(String name) throws XMLStreamException, IOException {
    if (name.equals("table-row")) {
      int times = number("number-rows-repeated");
      cells = new ArrayList<>();
      row();
      boolean filled = cells.stream().anyMatch(cell -> !cell.isBlank());
      for (int i = 0; filled && i < Math.min(times, REPEATED); i++) {
        rows.add(line + i, cells);
      }
      line += times;
    }
  }

  private void row() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table-row")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().endsWith("table-cell")) {
        cell();
      }
    }
  }

  private void cell() throws XMLStreamException {
    int times = Math.min(number("number-columns-repeated"), Rows.COLUMNS + 1);
    String day = xml.getAttributeValue(OFFICE, "date-value");
    String value = xml.getAttributeValue(OFFICE, "value");
    String text = words();
    String shown = day != null ? day : value != null && !text.endsWith("%") ? value : text;
    if (cells.size() + times <= Rows.COLUMNS || !shown.isBlank()) {
      cells.addAll(
          Collections.nCopies(
              Math.min(times, Rows.COLUMNS + 1 - Math.min(cells.size(), Rows.COLUMNS)), shown));
    }
  }

  private int number(String attribute) {
    String text = xml.getAttributeValue(TABLE, attribute);
    return times(text);
  }

  private static int times(@Nullable String text) {
    try {
      return text == null ? 1 : Math.clamp(Long.parseLong(text), 1, 2_000_000);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** The paragraphs of a cell, without what people noted beside it. */
  private String words() throws XMLStreamException {
    StringBuilder words = new StringBuilder();
    int depth = 1;
    int note = 0;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        note += note > 0 || xml.getLocalName().equals("annotation") ? 1 : 0;
        boolean next = note == 0 && xml.getLocalName().equals("p") && !words.isEmpty();
        words.append(next ? "\n" : "");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        note -= note > 0 ? 1 : 0;
      } else if (event == XMLStreamConstants.CHARACTERS && note == 0 && words.length() < LONGEST) {
        words.append(xml.getText());
      }
    }
    return words.toString();
  }
}
