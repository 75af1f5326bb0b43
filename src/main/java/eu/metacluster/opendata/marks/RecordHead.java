package eu.metacluster.opendata.marks;

import eu.metacluster.opendata.items.Item;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.PageHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts into the head of public pages what programs read there: schema.org, Open Graph, and where
 * the same is found in other forms. A block of JSON-LD is data, which no browser executes.
 */
@Component
class RecordHead implements PageHead {

  private static final int DESCRIPTION = 300;

  private final RecordPaths paths;
  private final SchemaOrg schema;
  private final SiteAddress site;
  private final JsonMapper json;

  RecordHead(RecordPaths paths, SchemaOrg schema, SiteAddress site, JsonMapper json) {
    this.paths = paths;
    this.schema = schema;
    this.site = site;
    this.json = json;
  }

  @Override
  public String of(String path) {
    return switch (path) {
      case "/", "/grid" -> feeds();
      case "/data", "/dumps" -> block(schema.dataset());
      default -> paths.item(path).map(this::record).orElse("");
    };
  }

  @Override
  public long generation() {
    return paths.generation();
  }

  private static String feeds() {
    return """
        <link rel="alternate" type="application/atom+xml" href="/feeds/new.atom">
        <link rel="alternate" type="application/rss+xml" href="/feeds/new.rss">
        <link rel="alternate" type="application/feed+json" href="/feeds/new.json">
        """;
  }

  private String record(Item item) {
    String address = site.of(item.path());
    StringBuilder head = new StringBuilder();
    link(head, "canonical", "", address);
    link(head, "alternate", "application/json", site.of("/api/v1/records" + item.path()));
    link(head, "alternate", "application/atom+xml", site.of("/follow.atom?record=" + item.path()));
    String title = Objects.requireNonNullElse(item.title(), "");
    JsonNode summary = json.readTree(item.body()).at("/facts/summary");
    String about = summary.isString() ? summary.asString() : title;
    meta(head, "og:type", "website");
    meta(head, "og:site_name", "Metacluster");
    meta(head, "og:title", title);
    meta(head, "og:url", address);
    meta(
        head,
        "og:description",
        about.length() > DESCRIPTION ? about.substring(0, DESCRIPTION) + "…" : about);
    for (Map<String, Object> one : schema.of(item)) {
      head.append(block(one));
    }
    return head.toString();
  }

  private static void meta(StringBuilder head, String name, String value) {
    head.append("<meta property=\"").append(name).append("\" content=\"");
    head.append(HtmlUtils.htmlEscape(value, "UTF-8")).append("\">\n");
  }

  private static void link(StringBuilder head, String rel, String type, String address) {
    head.append("<link rel=\"").append(rel).append('"');
    if (!type.isEmpty()) {
      head.append(" type=\"").append(type).append('"');
    }
    head.append(" href=\"").append(HtmlUtils.htmlEscape(address, "UTF-8")).append("\">\n");
  }

  /** Nothing in a text can end the block. */
  private String block(Map<String, Object> thing) {
    String text =
        json.writeValueAsString(thing)
            .replace("<", "\\u003c")
            .replace(">", "\\u003e")
            .replace("&", "\\u0026");
    return "<script type=\"application/ld+json\">" + text + "</script>\n";
  }

  /** For the links of a page: where the same stands in other forms, by relation. */
  static List<String> links(Item item, JsonNode body, SiteAddress site) {
    String page = site.of(item.path());
    List<String> links = new ArrayList<>();
    String cited = page;
    for (JsonNode one : body.path("identifiers")) {
      if (one.path("scheme").asString().equals("DOI")) {
        cited = "https://doi.org/" + one.path("value").asString().replaceAll("[<>\\s]", "");
      }
    }
    links.add("<" + cited + ">; rel=\"cite-as\"");
    links.add("<https://schema.org/" + SchemaOrg.type(item) + ">; rel=\"type\"");
    links.add("<https://schema.org/AboutPage>; rel=\"type\"");
    links.add(
        "<"
            + site.of("/api/v1/records" + item.path())
            + ">; rel=\"describedby\"; type=\"application/json\"");
    links.add("<" + page + "/cite.bib>; rel=\"describedby\"; type=\"application/x-bibtex\"");
    links.add(
        "<"
            + page
            + "/cite.json>; rel=\"describedby\"; type=\"application/vnd.citationstyles.csl+json\"");
    links.add(
        "<"
            + site.of("/api/v1/records/" + item.record() + "/claims")
            + ">; rel=\"item\"; type=\"application/json\"");
    body.path("sources")
        .valueStream()
        .map(source -> source.path("licence").asString(""))
        .filter(licence -> licence.matches("[A-Za-z0-9.+-]+"))
        .distinct()
        .forEach(
            licence -> links.add("<https://spdx.org/licenses/" + licence + ">; rel=\"license\""));
    return links;
  }
}
