package eu.metacluster.intake.mailbox;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The words of a document that came with a mail: PDF, DOCX, ODT or a page. */
final class PartText {

  /** Enough for any description, and an end for what never ends. */
  static final int LONGEST = 60_000;

  private static final int PAGES = 20;
  private static final int LARGEST_ENTRY = 20 << 20;
  private static final int MOST_ENTRIES = 2_000;
  private static final Set<String> PARAGRAPHS = Set.of("p", "h", "tab", "br", "line-break");

  private PartText() {}

  /** A document that cannot be read, and the last part of the key that says why. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  /** The words of a PDF document, with its first lines first. */
  static String ofPdf(byte[] bytes) throws Unreadable {
    try (PDDocument document =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        throw new Unreadable("locked");
      }
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setEndPage(PAGES);
      return bounded(stripper.getText(document));
    } catch (InvalidPasswordException e) {
      throw new Unreadable("locked");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Unreadable("broken");
    }
  }

  /**
   * The words of a text document: {@code word/document.xml} of DOCX, {@code content.xml} of ODT.
   */
  static String ofZip(byte[] bytes, String entry) throws Unreadable {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry next = zip.getNextEntry();
      for (int i = 0; next != null && i < MOST_ENTRIES; i++) {
        if (next.getName().equals(entry)) {
          return ofXml(zip.readNBytes(LARGEST_ENTRY));
        }
        next = zip.getNextEntry();
      }
      throw new Unreadable("broken");
    } catch (IOException | IllegalArgumentException | XMLStreamException e) {
      throw new Unreadable("broken");
    }
  }

  private static String ofXml(byte[] xml) throws XMLStreamException {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    InputStream in = new ByteArrayInputStream(xml);
    XMLStreamReader reader = factory.createXMLStreamReader(in);
    StringBuilder words = new StringBuilder();
    while (reader.hasNext() && words.length() < LONGEST) {
      int event = reader.next();
      if (event == XMLStreamConstants.CHARACTERS) {
        words.append(reader.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT
          && PARAGRAPHS.contains(reader.getLocalName())) {
        words.append(reader.getLocalName().equals("tab") ? ' ' : '\n');
      }
    }
    return bounded(words.toString());
  }

  /** The words of a page, without its scripts and styles. */
  static String ofHtml(String html) {
    Document page = Jsoup.parse(html.substring(0, Math.min(html.length(), 20 * LONGEST)));
    page.select("script, style, head, blockquote").remove();
    page.select("br, p, div, li, tr, h1, h2, h3").append("\\n");
    return bounded(page.text().replace("\\n", "\n"));
  }

  /** Plain text in its character set, or as UTF-8. */
  static String ofPlain(byte[] bytes) {
    return bounded(new String(bytes, StandardCharsets.UTF_8));
  }

  static String bounded(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", " ").replaceAll("[ \\t]+", " ");
    String lines = plain.replaceAll(" *\\n *", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    return lines.substring(0, Math.min(lines.length(), LONGEST));
  }
}
