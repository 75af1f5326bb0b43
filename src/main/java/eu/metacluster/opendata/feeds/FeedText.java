package eu.metacluster.opendata.feeds;

import eu.metacluster.opendata.feeds.NewRecords.Entry;
import eu.metacluster.platform.SiteAddress;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Feeds as texts: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. */
@Component
class FeedText {

  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLOutputFactory factory = XMLOutputFactory.newFactory();
  private final SiteAddress site;
  private final JsonMapper json;

  FeedText(SiteAddress site, JsonMapper json) {
    this.site = site;
    this.json = json;
  }

  /**
   * What a feed says of itself.
   *
   * @param self its own path
   * @param next path of the page that goes on, null on the last
   * @param page path of the page that shows the same
   */
  record Head(String title, String self, @Nullable String next, String page, String language) {}

  private interface Xml {
    void write(XMLStreamWriter out) throws XMLStreamException;
  }

  private String xml(Xml content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = factory.createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      content.write(out);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  String atom(Head head, List<Entry> entries) {
    return xml(
        out -> {
          out.writeStartElement("feed");
          out.writeDefaultNamespace(ATOM);
          out.writeAttribute("xml:lang", head.language());
          text(out, "id", site.of(head.self()));
          text(out, "title", head.title());
          text(out, "updated", latest(entries).toString());
          link(out, "self", head.self());
          link(out, "alternate", head.page());
          if (head.next() != null) {
            link(out, "next", head.next());
          }
          out.writeStartElement("author");
          text(out, "name", "Metacluster");
          out.writeEndElement();
          for (Entry entry : entries) {
            atom(out, entry);
          }
          out.writeEndElement();
        });
  }

  private void atom(XMLStreamWriter out, Entry entry) throws XMLStreamException {
    out.writeStartElement("entry");
    text(out, "id", "urn:uuid:" + entry.item().record());
    text(out, "title", title(entry));
    text(out, "updated", entry.item().changedAt().toString());
    text(out, "published", published(entry).toString());
    link(out, "alternate", entry.item().path());
    out.writeEmptyElement("category");
    out.writeAttribute("term", entry.item().kind().word());
    text(out, "summary", entry.summary());
    out.writeEndElement();
  }

  private void link(XMLStreamWriter out, String rel, String path) throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", rel);
    out.writeAttribute("href", site.of(path));
  }

  String rss(Head head, List<Entry> entries) {
    return xml(
        out -> {
          out.writeStartElement("rss");
          out.writeAttribute("version", "2.0");
          out.writeNamespace("atom", ATOM);
          out.writeStartElement("channel");
          text(out, "title", head.title());
          text(out, "link", site.of(head.page()));
          text(out, "description", head.title());
          text(out, "language", head.language());
          text(out, "lastBuildDate", RFC_822.format(latest(entries)));
          out.writeEmptyElement("atom", "link", ATOM);
          out.writeAttribute("rel", "self");
          out.writeAttribute("type", "application/rss+xml");
          out.writeAttribute("href", site.of(head.self()));
          if (head.next() != null) {
            out.writeEmptyElement("atom", "link", ATOM);
            out.writeAttribute("rel", "next");
            out.writeAttribute("href", site.of(head.next()));
          }
          for (Entry entry : entries) {
            rss(out, entry);
          }
          out.writeEndElement();
          out.writeEndElement();
        });
  }

  private void rss(XMLStreamWriter out, Entry entry) throws XMLStreamException {
    out.writeStartElement("item");
    text(out, "title", title(entry));
    text(out, "link", site.of(entry.item().path()));
    out.writeStartElement("guid");
    out.writeAttribute("isPermaLink", "false");
    out.writeCharacters("urn:uuid:" + entry.item().record());
    out.writeEndElement();
    text(out, "pubDate", RFC_822.format(published(entry)));
    text(out, "category", entry.item().kind().word());
    text(out, "description", entry.summary());
    out.writeEndElement();
  }

  String jsonFeed(Head head, List<Entry> entries) {
    List<Map<String, Object>> told = new ArrayList<>();
    for (Entry entry : entries) {
      told.add(json(entry));
    }
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", head.title());
    feed.put("home_page_url", site.of(head.page()));
    feed.put("feed_url", site.of(head.self()));
    if (head.next() != null) {
      feed.put("next_url", site.of(head.next()));
    }
    feed.put("language", head.language());
    feed.put("items", told);
    return json.writeValueAsString(feed);
  }

  private Map<String, Object> json(Entry entry) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", "urn:uuid:" + entry.item().record());
    one.put("url", site.of(entry.item().path()));
    one.put("title", title(entry));
    one.put("content_text", entry.summary());
    one.put("date_published", published(entry).toString());
    one.put("date_modified", entry.item().changedAt().toString());
    one.put("tags", List.of(entry.item().kind().word()));
    return one;
  }

  private static void text(XMLStreamWriter out, String name, String value)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(clean(value));
    out.writeEndElement();
  }

  /** Without the characters that XML 1.0 cannot hold. */
  static String clean(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
  }

  private static String title(Entry entry) {
    return Objects.requireNonNullElse(entry.item().title(), "");
  }

  private static Instant published(Entry entry) {
    return Objects.requireNonNullElse(entry.item().publishedAt(), entry.item().changedAt());
  }

  private static Instant latest(List<Entry> entries) {
    return entries.stream()
        .map(entry -> entry.item().changedAt())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
