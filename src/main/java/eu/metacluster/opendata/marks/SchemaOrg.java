package eu.metacluster.opendata.marks;

import eu.metacluster.opendata.items.Item;
import eu.metacluster.platform.SiteAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records in the words of schema.org. */
@Component
class SchemaOrg {

  private static final int LONGEST = 5_000;
  private static final int MOST_MEMBERS = 100;

  private final SiteAddress site;
  private final JsonMapper json;

  SchemaOrg(SiteAddress site, JsonMapper json) {
    this.site = site;
    this.json = json;
  }

  /** The type of a record's kind. */
  static String type(Item item) {
    return switch (item.kind()) {
      case PROJECT -> "ResearchProject";
      case ORGANISATION, INITIATIVE, BODY -> "Organization";
      case EVENT, TRAINING -> "Event";
      case PROGRAMME -> "Grant";
      case CALL -> "MonetaryGrant";
      case NEWS -> "NewsArticle";
      case OUTPUT, PRACTICE -> "CreativeWork";
    };
  }

  /** The record and the way down to it. */
  List<Map<String, Object>> of(Item item) {
    JsonNode body = json.readTree(item.body());
    JsonNode facts = body.path("facts");
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@context", "https://schema.org");
    thing.put("@type", type(item));
    thing.put("@id", site.of(item.path()));
    thing.put("url", site.of(item.path()));
    thing.put("name", Objects.requireNonNullElse(item.title(), ""));
    text(facts, "acronym").ifPresent(short_ -> thing.put("alternateName", short_));
    text(facts, "summary").ifPresent(text -> thing.put("description", shortened(text)));
    identifiers(thing, body);
    switch (type(item)) {
      case "ResearchProject" -> project(thing, body, facts);
      case "Organization" -> organisation(thing, facts);
      case "Event" -> event(thing, facts);
      case "MonetaryGrant", "Grant" -> grant(thing, facts);
      default -> work(thing, facts);
    }
    return List.of(thing, crumbs(item));
  }

  private static void identifiers(Map<String, Object> thing, JsonNode body) {
    List<Map<String, Object>> identifiers = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (JsonNode one : body.path("identifiers")) {
      String scheme = one.path("scheme").asString();
      String value = one.path("value").asString();
      identifiers.add(Map.of("@type", "PropertyValue", "propertyID", scheme, "value", value));
      switch (scheme) {
        case "ROR" -> same.add("https://ror.org/" + value);
        case "DOI" -> same.add("https://doi.org/" + value);
        case "WIKIDATA" -> same.add("https://www.wikidata.org/entity/" + value);
        default -> {}
      }
    }
    if (!identifiers.isEmpty()) {
      thing.put("identifier", identifiers);
    }
    if (!same.isEmpty()) {
      thing.put("sameAs", same);
    }
  }

  private void project(Map<String, Object> thing, JsonNode body, JsonNode facts) {
    text(facts, "startDate").ifPresent(day -> thing.put("foundingDate", day));
    text(facts, "endDate").ifPresent(day -> thing.put("dissolutionDate", day));
    List<Map<String, Object>> members = members(body);
    if (!members.isEmpty()) {
      thing.put("member", members);
    }
    Map<String, Object> grant = grant(facts);
    if (grant.size() > 1) {
      thing.put("funding", grant);
    }
  }

  private List<Map<String, Object>> members(JsonNode body) {
    List<Map<String, Object>> members = new ArrayList<>();
    for (JsonNode part : body.path("participations")) {
      if (members.size() < MOST_MEMBERS) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("@type", "Organization");
        JsonNode who = part.path("organisation");
        member.put("@id", site.of("/organisations/" + who.path("handle").asString()));
        member.put("name", who.path("title").asString());
        members.add(member);
      }
    }
    return members;
  }

  private static Map<String, Object> grant(JsonNode facts) {
    JsonNode given = facts.path("contribution");
    Map<String, Object> grant = new LinkedHashMap<>();
    grant.put("@type", given.isObject() ? "MonetaryGrant" : "Grant");
    text(facts, "grant").ifPresent(number -> grant.put("identifier", number));
    if (given.isObject()) {
      grant.put("amount", amount(given));
    }
    text(facts, "funder")
        .ifPresent(name -> grant.put("funder", Map.of("@type", "Organization", "name", name)));
    return grant;
  }

  private static Map<String, Object> amount(JsonNode money) {
    Map<String, Object> amount = new LinkedHashMap<>();
    amount.put("@type", "MonetaryAmount");
    amount.put("value", money.path("amount").decimalValue());
    amount.put("currency", money.path("currency").asString());
    return amount;
  }

  private static void organisation(Map<String, Object> thing, JsonNode facts) {
    Map<String, Object> address = new LinkedHashMap<>();
    text(facts, "street").ifPresent(street -> address.put("streetAddress", street));
    text(facts, "postcode").ifPresent(code -> address.put("postalCode", code));
    text(facts, "city").ifPresent(city -> address.put("addressLocality", city));
    text(facts, "country").ifPresent(country -> address.put("addressCountry", country));
    if (!address.isEmpty()) {
      address.put("@type", "PostalAddress");
      thing.put("address", address);
    }
    text(facts, "vat").ifPresent(vat -> thing.put("vatID", vat));
  }

  private static void event(Map<String, Object> thing, JsonNode facts) {
    text(facts, "startsAt")
        .or(() -> text(facts, "startDate"))
        .ifPresent(day -> thing.put("startDate", day));
    text(facts, "endsAt")
        .or(() -> text(facts, "endDate"))
        .ifPresent(day -> thing.put("endDate", day));
    thing.put("eventStatus", "https://schema.org/EventScheduled");
    text(facts, "attendance")
        .ifPresent(
            how ->
                thing.put(
                    "eventAttendanceMode",
                    "https://schema.org/"
                        + switch (how) {
                          case "online" -> "OnlineEventAttendanceMode";
                          case "mixed" -> "MixedEventAttendanceMode";
                          default -> "OfflineEventAttendanceMode";
                        }));
    place(thing, facts);
  }

  private static void place(Map<String, Object> thing, JsonNode facts) {
    String place = text(facts, "venue").or(() -> text(facts, "city")).orElse("");
    if (!place.isEmpty()) {
      Map<String, Object> location = new LinkedHashMap<>();
      location.put("@type", "Place");
      location.put("name", place);
      text(facts, "country").ifPresent(country -> location.put("address", country));
      thing.put("location", location);
    }
  }

  private static void grant(Map<String, Object> thing, JsonNode facts) {
    text(facts, "funder")
        .ifPresent(name -> thing.put("funder", Map.of("@type", "Organization", "name", name)));
    JsonNode money = facts.path("contribution");
    if (money.isObject()) {
      thing.put("amount", amount(money));
    }
  }

  private static void work(Map<String, Object> thing, JsonNode facts) {
    text(facts, "publishedOn").ifPresent(day -> thing.put("datePublished", day));
    text(facts, "publisher")
        .ifPresent(name -> thing.put("publisher", Map.of("@type", "Organization", "name", name)));
    List<Map<String, Object>> authors = new ArrayList<>();
    facts.path("author").forEach(a -> authors.add(Map.of("@type", "Person", "name", a.asString())));
    if (!authors.isEmpty()) {
      thing.put("author", authors);
    }
  }

  private Map<String, Object> crumbs(Item item) {
    return crumbs(
        List.of(
            new Step("Metacluster", "/"),
            new Step(item.kind().path(), "/grid?kind=" + item.kind().word()),
            new Step(Objects.requireNonNullElse(item.title(), ""), item.path())));
  }

  private record Step(String name, String path) {}

  private Map<String, Object> crumbs(List<Step> steps) {
    List<Map<String, Object>> elements = new ArrayList<>();
    for (Step step : steps) {
      Map<String, Object> element = new LinkedHashMap<>();
      element.put("@type", "ListItem");
      element.put("position", elements.size() + 1);
      element.put("name", step.name());
      element.put("item", site.of(step.path()));
      elements.add(element);
    }
    Map<String, Object> crumbs = new LinkedHashMap<>();
    crumbs.put("@context", "https://schema.org");
    crumbs.put("@type", "BreadcrumbList");
    crumbs.put("itemListElement", elements);
    return crumbs;
  }

  /** The grid as a whole. */
  Map<String, Object> dataset() {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("@context", "https://schema.org");
    set.put("@type", "Dataset");
    set.put("@id", site.of("/data"));
    set.put("url", site.of("/data"));
    set.put("name", "Metacluster live grid");
    set.put(
        "description",
        "Projects, organisations, programmes, calls and events of precision medicine in cancer,"
            + " each fact with its source, authorised by people.");
    set.put("license", "https://creativecommons.org/licenses/by/4.0/");
    set.put("isAccessibleForFree", true);
    set.put("creator", Map.of("@type", "Organization", "name", "Metacluster", "url", site.of("/")));
    set.put("distribution", distributions());
    return set;
  }

  private List<Map<String, Object>> distributions() {
    List<Map<String, Object>> files = new ArrayList<>();
    for (String[] file :
        new String[][] {
          {"records.csv.gz", "text/csv"},
          {"records.jsonl.gz", "application/jsonl"},
          {"records.parquet", "application/vnd.apache.parquet"}
        }) {
      Map<String, Object> download = new LinkedHashMap<>();
      download.put("@type", "DataDownload");
      download.put("encodingFormat", file[1]);
      download.put("contentUrl", site.of("/dumps/latest/" + file[0]));
      files.add(download);
    }
    return files;
  }

  private static Optional<String> text(JsonNode facts, String name) {
    JsonNode value = facts.path(name);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
