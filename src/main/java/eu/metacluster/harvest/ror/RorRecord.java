package eu.metacluster.harvest.ror;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.CleanText;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One organisation of the registry, in version 1 or 2 of its schema. */
final class RorRecord {

  private static final String PREFIX = "https://ror.org/";
  private static final int LONGEST = 500;

  private static final Map<String, Scheme> IDENTIFIERS =
      Map.of(
          "grid", Scheme.GRID,
          "isni", Scheme.ISNI,
          "wikidata", Scheme.WIKIDATA,
          "fundref", Scheme.FUNDREF);

  private final Json json;

  RorRecord(Json json) {
    this.json = json;
  }

  /** Its nine characters; empty when it is no record of the registry. */
  String id() {
    String id = json.text("id");
    return id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : "";
  }

  /** Whether the registry took it back, because it was none or stood there twice. */
  boolean withdrawn() {
    return json.text("status").equals("withdrawn");
  }

  /** What it states; null when it has no name. */
  @Nullable Finding finding(Locator at) {
    Facts facts = new Facts();
    facts.identify(Scheme.ROR, id());
    facts.add(Field.ROR, id());
    names(facts);
    if (facts.lacks(Field.TITLE)) {
      return null;
    }
    facts.add(Field.STATUS, json.text("status"));
    facts.add(Field.START_DATE, year(json.text("established")));
    facts.add(Field.SORT, first(json.texts("types")).toLowerCase(Locale.ROOT));
    place(facts);
    links(facts);
    parents(facts);
    identifiers(facts);
    return facts.sealed(RecordKind.ORGANISATION, id(), at);
  }

  private void names(Facts facts) {
    facts.add(Field.TITLE, name(json.text("name")));
    List<Json> names = json.list("names");
    names.stream()
        .filter(name -> name.texts("types").contains("ror_display"))
        .forEach(name -> facts.add(Field.TITLE, name(name.text("value"))));
    for (Json name : names) {
      List<String> types = name.texts("types");
      if (types.contains("acronym")) {
        shortName(facts, name.text("value"));
      } else if (!types.contains("ror_display")) {
        facts.add(Field.ALIAS, name(name.text("value")));
      }
    }
    json.texts("acronyms").forEach(acronym -> shortName(facts, acronym));
    json.texts("aliases").forEach(alias -> facts.add(Field.ALIAS, name(alias)));
    json.list("labels").forEach(label -> facts.add(Field.ALIAS, name(label.text("label"))));
  }

  private static void shortName(Facts facts, String acronym) {
    Field field = facts.lacks(Field.SHORT_NAME) ? Field.SHORT_NAME : Field.ALIAS;
    facts.add(field, name(acronym));
  }

  private static String name(String raw) {
    String line = CleanText.line(raw);
    return line.length() > LONGEST ? "" : line;
  }

  private static String year(String established) {
    return established.matches("[0-9]{4}") ? established : "";
  }

  private void place(Facts facts) {
    Json now = new Json(first(json.list("locations"), json).at("geonames_details").node());
    Json then = first(json.list("addresses"), json);
    facts.add(Field.CITY, name(now.text("name") + then.text("city")));
    facts.add(
        Field.COUNTRY,
        (now.text("country_code") + json.text("country", "country_code")).toUpperCase(Locale.ROOT));
    String latitude = now.text("lat") + then.text("lat");
    String longitude = now.text("lng") + then.text("lng");
    if (!latitude.isEmpty() && !longitude.isEmpty()) {
      facts.add(Field.LOCATION, latitude + "," + longitude);
    }
  }

  private static Json first(List<Json> list, Json otherwise) {
    return list.isEmpty() ? otherwise.at("nothing") : list.getFirst();
  }

  private static String first(List<String> list) {
    return list.isEmpty() ? "" : list.getFirst();
  }

  private void links(Facts facts) {
    for (Json link : json.list("links")) {
      String address = link.text("value").isEmpty() ? link.text() : link.text("value");
      boolean site = link.text("type").isEmpty() || link.text("type").equals("website");
      if (site && address.matches("(?i)https?://\\S{1,490}")) {
        facts.add(Field.URL, address);
        facts.identify(Scheme.URL, address);
      }
    }
  }

  private void parents(Facts facts) {
    for (Json relation : json.list("relationships")) {
      String type = relation.text("type").toLowerCase(Locale.ROOT);
      String label = name(relation.text("label"));
      switch (type) {
        case "parent" -> facts.add(Field.PART_OF, label);
        case "predecessor" -> facts.add(Field.ALIAS, label);
        case "successor" -> facts.add(Field.DETAIL, label.isEmpty() ? "" : "Successor: " + label);
        default -> {}
      }
    }
  }

  private void identifiers(Facts facts) {
    for (Json external : json.list("external_ids")) {
      Scheme scheme = IDENTIFIERS.get(external.text("type").toLowerCase(Locale.ROOT));
      if (scheme != null) {
        external.texts("all").forEach(id -> facts.identify(scheme, id));
      }
    }
    for (String name : json.names("external_ids")) {
      Scheme scheme = IDENTIFIERS.get(name.toLowerCase(Locale.ROOT));
      if (scheme != null) {
        json.texts("external_ids", name, "all").forEach(id -> facts.identify(scheme, id));
      }
    }
  }
}
