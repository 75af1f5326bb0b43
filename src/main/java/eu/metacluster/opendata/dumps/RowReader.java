package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.dumps.DumpRows.ClaimRow;
import eu.metacluster.opendata.dumps.DumpRows.ParticipationRow;
import eu.metacluster.opendata.dumps.DumpRows.RecordRow;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.platform.SiteAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of the tables out of an item. */
@Component
class RowReader {

  private final SiteAddress site;
  private final JsonMapper json;

  RowReader(SiteAddress site, JsonMapper json) {
    this.site = site;
    this.json = json;
  }

  /** An item's rows. */
  record Rows(RecordRow record, List<ParticipationRow> participations, List<ClaimRow> claims) {}

  Rows read(Item item) {
    JsonNode body = json.readTree(item.body());
    List<ParticipationRow> parts = new ArrayList<>();
    body.path("participations").forEach(part -> parts.add(part(item, part)));
    List<ClaimRow> claims = new ArrayList<>();
    json.readTree(item.claims()).forEach(claim -> claims.add(claim(item, claim)));
    return new Rows(record(item, body), parts, claims);
  }

  private RecordRow record(Item item, JsonNode body) {
    JsonNode facts = body.path("facts");
    return new RecordRow(
        item.record().toString(),
        item.kind().word(),
        item.handle(),
        site.of(item.path()),
        body.path("title").asString(),
        text(facts, "acronym"),
        body.path("state").asString(),
        item.publishedAt(),
        day(body, "checkedOn"),
        item.changedAt(),
        item.position(),
        text(facts, "startDate"),
        text(facts, "endDate"),
        text(facts, "status"),
        number(facts.path("totalCost"), "amount"),
        text(facts.path("totalCost"), "currency"),
        number(facts.path("contribution"), "amount"),
        text(facts.path("contribution"), "currency"),
        text(facts, "framework"),
        texts(facts.path("programme")),
        texts(facts.path("call")),
        text(facts, "scheme"),
        text(facts, "funder"),
        text(facts, "country"),
        text(facts, "city"),
        text(facts, "nuts"),
        texts(facts.path("pillar")),
        texts(facts.path("technology")),
        texts(facts.path("cancer")),
        identifiers(body),
        text(facts, "summary"),
        each(body.path("sources"), "name"),
        each(body.path("sources"), "licence"));
  }

  private static List<String> identifiers(JsonNode body) {
    return body.path("identifiers")
        .valueStream()
        .map(one -> one.path("scheme").asString() + ":" + one.path("value").asString())
        .toList();
  }

  private static ParticipationRow part(Item item, JsonNode part) {
    return new ParticipationRow(
        item.record().toString(),
        part.at("/organisation/id").asString(),
        part.at("/organisation/title").asString(),
        part.path("role").asString(),
        number(part, "contribution"),
        number(part, "netContribution"),
        number(part, "totalCost"),
        text(part, "country"),
        text(part, "nuts"),
        day(part, "from"),
        day(part, "to"),
        part.path("ended").asBoolean(),
        part.path("source").asLong());
  }

  private static ClaimRow claim(Item item, JsonNode claim) {
    return new ClaimRow(
        claim.path("id").asLong(),
        item.record().toString(),
        claim.path("field").asString(),
        claim.path("value").asString(),
        claim.path("source").asLong(),
        text(claim, "evidence"),
        text(claim, "valid"),
        Instant.parse(claim.path("retrievedAt").asString()));
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.asString() : null;
  }

  private static @Nullable Double number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? value.doubleValue() : null;
  }

  private static @Nullable LocalDate day(JsonNode node, String name) {
    String text = text(node, name);
    return text == null ? null : LocalDate.parse(text);
  }

  private static List<String> texts(JsonNode many) {
    List<String> texts = new ArrayList<>();
    many.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  private static List<String> each(JsonNode many, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : many) {
      String text = text(one, name);
      if (text != null && !texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }
}
