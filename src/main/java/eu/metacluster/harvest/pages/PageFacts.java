package eu.metacluster.harvest.pages;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.schema.Thing;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.harvest.values.Tongue;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What one page states: by schema.org, by its meta elements, and in its own words. What is around
 * the words changes by the day and is no fact.
 */
final class PageFacts {

  private static final int SHORT = 200;
  private static final int KEYWORDS = 50;
  private static final Pattern SITE_NAME = Pattern.compile("\\s+[|–—·»-]\\s+[^|–—·»]{2,60}$");
  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S{1,200}");

  private final Document page;
  private final URI address;
  private final @Nullable Thing main;
  private final Facts facts = new Facts();

  /**
   * @param main the thing that the page is about, as it says itself; null when it does not say
   */
  PageFacts(Document page, URI address, @Nullable Thing main) {
    this.page = page;
    this.address = address;
    this.main = main;
  }

  /** The page's own name for itself, on the same host. */
  String link() {
    Element canonical = page.selectFirst("link[rel=canonical]");
    URI said = canonical == null ? null : Links.web(canonical.attr("href"), address);
    if (said == null || !said.getHost().equals(address.getHost())) {
      return address.toString();
    }
    return said.toString();
  }

  /** The finding; null when the page has no name. */
  @Nullable Finding finding(@Nullable RecordKind set, Locator at) {
    String title = title();
    if (title.isEmpty()) {
      return null;
    }
    facts.add(Field.TITLE, title);
    String text = text();
    facts.add(Field.SUMMARY, text);
    facts.add(Field.URL, link());
    facts.identify(Identifier.Scheme.URL, link());
    facts.add(Field.KEYWORDS, keywords());
    published();
    facts.add(Field.LANGUAGE, Tongue.of(title + ' ' + text, language()));
    work();
    RecordKind kind = set != null ? set : kind();
    return facts.sealed(kind, Prose.cut(link(), Prose.NAME), at);
  }

  private RecordKind kind() {
    if (main != null) {
      return PageKind.of(main);
    }
    return meta("citation_title").isEmpty() ? RecordKind.NEWS : RecordKind.OUTPUT;
  }

  private String said(String... properties) {
    return main == null ? "" : main.word(properties);
  }

  private String meta(String... names) {
    for (String name : names) {
      Element element =
          page.selectFirst("meta[name=\"" + name + "\"], meta[property=\"" + name + "\"]");
      if (element != null && !element.attr("content").isBlank()) {
        return element.attr("content");
      }
    }
    return "";
  }

  private String title() {
    String title = Prose.line(said("headline", "name"));
    title = title.isEmpty() ? Prose.line(meta("citation_title")) : title;
    String shared = Prose.line(meta("og:title", "twitter:title"));
    Element heading = page.selectFirst("main h1, article h1, h1");
    String own = heading == null ? "" : Prose.line(heading.text());
    if (title.isEmpty() && !own.isEmpty() && (shared.isEmpty() || shared.startsWith(own))) {
      title = own;
    }
    title = title.isEmpty() ? shared : title;
    return SITE_NAME.matcher(title.isEmpty() ? Prose.line(page.title()) : title).replaceFirst("");
  }

  private String text() {
    String text = Prose.text(said("articleBody"));
    text = text.length() < SHORT ? MainText.of(page) : text;
    String short_ = Prose.text(said("description", "abstract"));
    short_ = short_.isEmpty() ? Prose.text(meta("og:description", "description")) : short_;
    return text.length() < SHORT && short_.length() > text.length() ? short_ : text;
  }

  private String keywords() {
    Set<String> words = new LinkedHashSet<>();
    for (Element tag : page.select("meta[property=article:tag], meta[name=citation_keywords]")) {
      words.add(Prose.line(tag.attr("content")));
    }
    String list = Prose.line(said("keywords"));
    for (String word : (list.isEmpty() ? meta("keywords") : list).split("[,;]", KEYWORDS)) {
      words.add(Prose.line(word));
    }
    words.remove("");
    return String.join(", ", words.stream().limit(KEYWORDS).toList());
  }

  private void published() {
    for (String raw :
        List.of(
            said("datePublished"),
            meta("article:published_time", "citation_publication_date", "citation_date"),
            meta("dcterms.issued", "DC.date.issued", "dc.date", "date"))) {
      String day = raw.isEmpty() ? null : Moments.partial(raw.replace('/', '-'));
      if (day != null) {
        facts.add(Field.PUBLISHED_ON, day);
        return;
      }
    }
  }

  private String language() {
    String said = said("inLanguage");
    Element html = page.selectFirst("html[lang]");
    return !said.isEmpty() ? said : html == null ? meta("og:locale") : html.attr("lang");
  }

  /** What a page says of a published work (the meta elements that library catalogues read). */
  private void work() {
    if (main != null) {
      facts.add(Field.SORT, PageKind.sort(main));
      facts.add(Field.LICENCE, Prose.line(said("license")));
    }
    if (kind() != RecordKind.OUTPUT) {
      return;
    }
    var doi = DOI.matcher(meta("citation_doi", "dc.identifier", "DC.Identifier"));
    if (doi.find()) {
      facts.identify(Identifier.Scheme.DOI, doi.group());
      facts.add(Field.DOI, Identifier.of(Identifier.Scheme.DOI, doi.group()).value());
    }
    page.select("meta[name=citation_author]").stream()
        .limit(200)
        .forEach(author -> facts.add(Field.AUTHOR, Prose.line(author.attr("content"))));
    facts.add(Field.CONTAINER, Prose.line(meta("citation_journal_title")));
    facts.add(Field.PUBLISHER, Prose.line(meta("citation_publisher")));
  }
}
