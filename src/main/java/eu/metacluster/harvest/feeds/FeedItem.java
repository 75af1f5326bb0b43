package eu.metacluster.harvest.feeds;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.MailDates;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.harvest.values.Nations;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.harvest.values.Tongue;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One item of a feed, as the facts it states; who wrote it is left out. */
final class FeedItem {

  /** What WordPress adds at the end of each text. */
  private static final Pattern FIRST_APPEARED =
      Pattern.compile(
          "\\s*(?:The post|L’article|L'article) .{0,600}(?:appeared first on|est apparu en premier sur) .{0,200}\\.?\\s*$",
          Pattern.DOTALL);

  /** Two dates where one should stand: some systems say when an event begins and ends. */
  private static final Pattern FROM_TO = Pattern.compile("(.{10,45}\\d{4}|.{10,30}) - (.{10,45})");

  private static final int TITLE_OF_TEXT = 100;

  private final Element item;
  private final URI base;
  private final RecordKind kind;
  private final BiConsumer<String, String> unreadable;

  /**
   * @param base where relative links begin
   * @param unreadable takes the field and value of a date that cannot be read
   */
  FeedItem(Element item, URI base, RecordKind kind, BiConsumer<String, String> unreadable) {
    this.item = item;
    this.base = base;
    this.kind = kind;
    this.unreadable = unreadable;
  }

  /** The feed's own name for the item; empty when it has none. */
  String key() {
    String id = raw("guid", "id", "atom:id").strip();
    if (id.isEmpty()) {
      id = item.attr("rdf:about").strip();
    }
    return Prose.cut(id.isEmpty() ? link() : id, Prose.NAME);
  }

  String link() {
    for (Element link : children("link", "atom:link")) {
      String way = link.attr("rel");
      boolean page = way.isEmpty() || way.equals("alternate");
      String address = Links.text(link.hasAttr("href") ? link.attr("href") : link.text(), base);
      if (page && !address.isEmpty()) {
        return address;
      }
    }
    Element guid = child("guid");
    return guid != null
            && guid.text().startsWith("http")
            && !guid.attr("isPermaLink").equals("false")
        ? Links.text(guid.text(), base)
        : "";
  }

  Facts facts(String language) {
    Facts facts = new Facts();
    String text = text();
    String title = Prose.line(raw("title", "dc:title", "atom:title"));
    facts.add(Field.TITLE, title.isEmpty() ? Prose.cut(text, TITLE_OF_TEXT) : title);
    facts.add(Field.SUMMARY, text);
    facts.add(Field.URL, link());
    facts.identify(Identifier.Scheme.URL, link());
    facts.add(Field.KEYWORDS, String.join(", ", categories()));
    String said = item.hasAttr("xml:lang") ? item.attr("xml:lang") : raw("dc:language");
    facts.add(Field.LANGUAGE, Tongue.of(title + ' ' + text, said.isEmpty() ? language : said));
    published(facts);
    if (kind == RecordKind.EVENT || kind == RecordKind.TRAINING) {
      event(facts);
    }
    return facts;
  }

  /** The whole text where the feed has it, otherwise what it says in short. */
  private String text() {
    for (String name :
        List.of(
            "content:encoded",
            "content",
            "atom:content",
            "description",
            "summary",
            "atom:summary",
            "dc:description",
            "itunes:summary",
            "media:description")) {
      String text = FIRST_APPEARED.matcher(Prose.text(raw(name))).replaceFirst("");
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private Set<String> categories() {
    Set<String> categories = new LinkedHashSet<>();
    for (Element category : children("category", "dc:subject", "atom:category")) {
      String label = category.hasAttr("label") ? category.attr("label") : category.attr("term");
      String word = Prose.line(label.isEmpty() ? category.wholeText() : label);
      if (!word.isEmpty() && categories.size() < 50) {
        categories.add(word);
      }
    }
    return categories;
  }

  private void published(Facts facts) {
    String raw =
        raw(
                "pubDate",
                "published",
                "dc:date",
                "issued",
                "created",
                "updated",
                "modified",
                "atom:published",
                "atom:updated",
                "dcterms:created")
            .strip();
    if (raw.isEmpty()) {
      return;
    }
    String moment = moment(raw);
    if (moment != null) {
      facts.add(Field.PUBLISHED_ON, moment.substring(0, 10));
    } else if (!span(raw, facts)) {
      unreadable.accept("pubDate", raw);
    }
  }

  /** A span of time in place of a date is when an event is. */
  private boolean span(String raw, Facts facts) {
    var fromTo = FROM_TO.matcher(raw);
    boolean event = kind == RecordKind.EVENT || kind == RecordKind.TRAINING;
    if (!event || !fromTo.matches()) {
      return false;
    }
    String from = moment(fromTo.group(1));
    String to = moment(fromTo.group(2));
    if (from == null || to == null) {
      return false;
    }
    facts.quote(Field.STARTS_AT, from, raw);
    facts.quote(Field.ENDS_AT, to, raw);
    return true;
  }

  private static @Nullable String moment(String raw) {
    String iso = Moments.read(raw, null);
    return iso == null ? MailDates.read(raw) : iso;
  }

  /** When and where, by the feed's event module or by what event plug-ins write. */
  private void event(Facts facts) {
    moment(facts, Field.STARTS_AT, raw("ev:startdate", "xcal:dtstart", "courseDate", "eventDate"));
    moment(facts, Field.ENDS_AT, raw("ev:enddate", "xcal:dtend", "courseEndDate", "eventEndDate"));
    String place = Prose.line(raw("ev:location", "xcal:location", "location"));
    facts.add(Field.VENUE, place);
    facts.quote(Field.COUNTRY, Nations.last(place), place);
    facts.add(Field.ORGANISER, Prose.line(raw("ev:organizer", "xcal:organizer", "organizer")));
  }

  private void moment(Facts facts, Field field, String raw) {
    String moment = raw.isBlank() ? "" : moment(raw.strip());
    if (moment == null) {
      unreadable.accept(field.key(), raw);
    } else if (facts.lacks(field)) {
      facts.add(field, moment.endsWith("T00:00Z") ? moment.substring(0, 10) : moment);
    }
  }

  private List<Element> children(String... names) {
    List<String> wanted = List.of(names);
    return item.children().stream().filter(c -> wanted.contains(c.tagName())).toList();
  }

  private @Nullable Element child(String name) {
    return children(name).stream().findFirst().orElse(null);
  }

  /** The words or the markup of the first of these elements that says anything. */
  private String raw(String... names) {
    for (String name : names) {
      Element child = child(name);
      String raw = child == null ? "" : child.childrenSize() > 0 ? child.html() : child.wholeText();
      if (!raw.isBlank()) {
        return raw;
      }
    }
    return "";
  }
}
