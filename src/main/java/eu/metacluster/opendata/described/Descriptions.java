package eu.metacluster.opendata.described;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.described.Described.Name;
import eu.metacluster.opendata.described.Described.Partner;
import eu.metacluster.opendata.described.Described.Source;
import eu.metacluster.opendata.described.Described.Stated;
import eu.metacluster.opendata.items.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads items as what they describe. */
@Component
public class Descriptions {

  private final JsonMapper json;
  private final Publisher publisher;

  Descriptions(JsonMapper json, Publisher publisher) {
    this.json = json;
    this.publisher = publisher;
  }

  /**
   * What an item says.
   *
   * @param item not a deleted one
   */
  public Described of(Item item) {
    JsonNode body = json.readTree(item.body());
    List<Source> sources = sources(body.path("sources"));
    return new Described(
        item.record(),
        item.kind().word(),
        item.handle(),
        Objects.requireNonNullElse(item.title(), item.handle()),
        publisher.address(item.path()),
        item.changedAt(),
        names(body.path("identifiers")),
        facts(json.readTree(item.claims()), sources),
        partners(body.path("participations")),
        sources,
        origins(body.path("origins")));
  }

  private static List<Source> sources(JsonNode nodes) {
    List<Source> sources = new ArrayList<>();
    for (JsonNode node : nodes) {
      sources.add(
          new Source(
              node.path("id").asLong(),
              node.path("name").asString(""),
              text(node, "licence"),
              text(node, "attribution")));
    }
    return sources;
  }

  private static List<Name> names(JsonNode nodes) {
    List<Name> names = new ArrayList<>();
    for (JsonNode node : nodes) {
      names.add(new Name(node.path("scheme").asString(""), node.path("value").asString("")));
    }
    return names;
  }

  private static Map<String, List<Stated>> facts(JsonNode claims, List<Source> sources) {
    Map<Long, Source> known =
        sources.stream().collect(Collectors.toMap(Source::id, source -> source));
    Map<String, List<Stated>> facts = new LinkedHashMap<>();
    for (JsonNode claim : claims) {
      Source source = known.get(claim.path("source").asLong());
      facts
          .computeIfAbsent(claim.path("field").asString(""), field -> new ArrayList<>(2))
          .add(
              new Stated(
                  claim.path("id").asLong(),
                  claim.path("value").asString(""),
                  source == null ? "" : source.name(),
                  source == null ? null : source.licence(),
                  instant(claim, "retrievedAt"),
                  text(claim, "evidence")));
    }
    return facts;
  }

  private List<Partner> partners(JsonNode nodes) {
    Map<UUID, Partner> partners = new LinkedHashMap<>();
    for (JsonNode node : nodes) {
      JsonNode other = node.path("organisation");
      UUID id = UUID.fromString(other.path("id").asString());
      RecordKind kind = RecordKind.ofWord(other.path("kind").asString("organisation"));
      partners.putIfAbsent(
          id,
          new Partner(
              id,
              kind.word(),
              other.path("title").asString(""),
              publisher.address(GridRecord.path(kind, other.path("handle").asString(""))),
              node.path("role").asString(""),
              text(node, "country"),
              text(node, "contribution")));
    }
    return List.copyOf(partners.values());
  }

  private static List<Described.Origin> origins(JsonNode nodes) {
    List<Described.Origin> origins = new ArrayList<>();
    for (JsonNode node : nodes) {
      Instant at = instant(node, "harvestedAt");
      origins.add(
          new Described.Origin(
              node.path("base").asString(""),
              node.path("identifier").asString(""),
              node.path("datestamp").asString(""),
              node.path("namespace").asString(""),
              at == null ? Instant.EPOCH : at));
    }
    return origins;
  }

  private static @Nullable Instant instant(JsonNode node, String name) {
    String value = text(node, name);
    return value == null ? null : Instant.parse(value);
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isString() ? value.asString() : null;
  }
}
