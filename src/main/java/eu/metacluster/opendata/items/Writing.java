package eu.metacluster.opendata.items;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.OpenRecord;
import eu.metacluster.grid.Validity;
import eu.metacluster.harvest.Origins;
import eu.metacluster.shared.Money;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one record as JSON: everything in an order of its own, so that the same facts are always
 * the same text.
 */
final class Writing {

  private final JsonMapper mapper;
  private final Map<Long, ItemSource> sources;
  private final Map<UUID, Named> names;
  private final Origins.Reader origins;

  /** How a partner is called and found. */
  record Named(String kind, String handle, String title) {}

  /**
   * @param names of the partners that are public; the others are left out
   */
  Writing(
      JsonMapper mapper,
      Map<Long, ItemSource> sources,
      Map<UUID, Named> names,
      Origins.Reader origins) {
    this.origins = origins;
    this.mapper = mapper;
    this.sources = sources;
    this.names = names;
  }

  /** One participation, as text and as a row. */
  record Part(UUID organisation, String body) {}

  /** The participations whose partner is public, in the source's order. */
  List<Part> parts(OpenRecord open) {
    List<Part> parts = new ArrayList<>();
    for (OpenRecord.Partner partner : open.partners()) {
      Named named = names.get(partner.other());
      if (named != null) {
        parts.add(new Part(partner.other(), text(json -> part(json, partner, named))));
      }
    }
    return parts;
  }

  String body(OpenRecord open, String title, List<Part> parts) {
    GridRecord record = open.record();
    return text(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("id", record.id().toString());
          json.writeStringProperty("kind", record.kind().word());
          json.writeStringProperty("handle", record.handle());
          json.writeStringProperty("path", record.path());
          json.writeStringProperty("title", title);
          json.writeStringProperty("state", record.state().word());
          optional(json, "publishedAt", record.publishedAt());
          optional(json, "checkedOn", record.checkedOn());
          identifiers(json, open.identifiers());
          facts(json, open.shown());
          json.writeName("participations");
          json.writeStartArray();
          parts.forEach(part -> json.writeRawValue(part.body()));
          json.writeEndArray();
          sources(json, open);
          origins(json, open);
          json.writeEndObject();
        });
  }

  String claims(List<ClaimView> claims) {
    return text(
        json -> {
          json.writeStartArray();
          claims.forEach(claim -> claim(json, claim));
          json.writeEndArray();
        });
  }

  List<String> sets(OpenRecord open) {
    TreeSet<String> sets = new TreeSet<>();
    sets.add("kind:" + open.record().kind().word());
    open.shown().getOrDefault(Field.PILLAR, List.of()).forEach(v -> sets.add("pillar:" + v));
    open.shown().getOrDefault(Field.CANCER, List.of()).forEach(v -> sets.add("cancer:" + v));
    stating(open).forEach(id -> sets.add("source:" + id));
    return List.copyOf(sets);
  }

  /** What a calendar shows: when an event begins, or each day on which a call closes. */
  static List<String> dates(OpenRecord open) {
    return switch (open.record().kind()) {
      case EVENT, TRAINING ->
          Stream.of(Field.STARTS_AT, Field.START_DATE)
              .map(field -> open.shown().getOrDefault(field, List.of()))
              .filter(values -> !values.isEmpty())
              .map(List::getFirst)
              .limit(1)
              .toList();
      case CALL -> open.shown().getOrDefault(Field.DEADLINE, List.of());
      default -> List.of();
    };
  }

  private static void identifiers(JsonGenerator json, List<Identifier> identifiers) {
    json.writeName("identifiers");
    json.writeStartArray();
    for (Identifier identifier : identifiers) {
      json.writeStartObject();
      json.writeStringProperty("scheme", identifier.scheme().name());
      json.writeStringProperty("value", identifier.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void facts(JsonGenerator json, Map<Field, List<String>> shown) {
    json.writeName("facts");
    json.writeStartObject();
    shown.forEach(
        (field, values) -> {
          json.writeName(field.key());
          if (field.many()) {
            json.writeStartArray();
            values.forEach(json::writeString);
            json.writeEndArray();
          } else {
            value(json, field, values.getFirst());
          }
        });
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Field field, String value) {
    switch (field.type()) {
      case MONEY -> money(json, value);
      case NUMBER -> number(json, value);
      default -> json.writeString(value);
    }
  }

  private static void money(JsonGenerator json, String value) {
    Money money = Money.parse(value);
    json.writeStartObject();
    json.writeNumberProperty("amount", money.amount());
    json.writeStringProperty("currency", money.currency());
    if (money.year() != null) {
      json.writeNumberProperty("year", money.year());
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String value) {
    try {
      json.writeNumber(new BigDecimal(value.strip()));
    } catch (NumberFormatException e) {
      json.writeNull();
    }
  }

  private static void part(JsonGenerator json, OpenRecord.Partner partner, Named named) {
    json.writeStartObject();
    json.writeName("organisation");
    reference(json, partner.other(), named);
    json.writeStringProperty("role", partner.role());
    optional(json, "contribution", partner.contribution());
    optional(json, "netContribution", partner.net());
    optional(json, "totalCost", partner.totalCost());
    optional(json, "country", partner.country());
    optional(json, "nuts", partner.nuts());
    optional(json, "from", partner.from());
    optional(json, "to", partner.to());
    json.writeBooleanProperty("ended", partner.ended());
    json.writeNumberProperty("source", partner.source());
    json.writeStringProperty("retrievedAt", partner.retrievedAt().toString());
    json.writeEndObject();
  }

  private static void reference(JsonGenerator json, UUID id, Named named) {
    json.writeStartObject();
    json.writeStringProperty("id", id.toString());
    json.writeStringProperty("kind", named.kind());
    json.writeStringProperty("handle", named.handle());
    json.writeStringProperty("title", named.title());
    json.writeEndObject();
  }

  private static void claim(JsonGenerator json, ClaimView claim) {
    json.writeStartObject();
    json.writeNumberProperty("id", claim.id());
    json.writeStringProperty("field", claim.field().key());
    json.writeStringProperty("value", claim.value());
    json.writeNumberProperty("source", claim.source());
    optional(json, "evidence", claim.evidence());
    Validity valid = claim.valid();
    optional(json, "valid", valid);
    json.writeStringProperty("retrievedAt", claim.retrievedAt().toString());
    json.writeEndObject();
  }

  private void sources(JsonGenerator json, OpenRecord open) {
    json.writeName("sources");
    json.writeStartArray();
    for (Long id : stating(open)) {
      ItemSource source = sources.get(id);
      if (source != null) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeStringProperty("name", source.name());
        optional(json, "licence", source.licence());
        optional(json, "attribution", source.attribution());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** Where in other repositories it was harvested: what each of them stated last. */
  private void origins(JsonGenerator json, OpenRecord open) {
    Map<Long, ClaimView> newest = new TreeMap<>();
    for (ClaimView claim : open.claims()) {
      newest.merge(
          claim.source(),
          claim,
          (one, other) -> one.retrievedAt().isBefore(other.retrievedAt()) ? other : one);
    }
    Map<Long, Finding.Locator> places = new TreeMap<>();
    newest.forEach((source, claim) -> places.put(source, claim.at()));
    Map<Long, Origins.Origin> found = new TreeMap<>(origins.of(places));
    if (found.isEmpty()) {
      return;
    }
    json.writeName("origins");
    json.writeStartArray();
    found.forEach(
        (source, origin) -> {
          json.writeStartObject();
          json.writeNumberProperty("source", source);
          json.writeStringProperty("base", origin.base());
          json.writeStringProperty("identifier", origin.identifier());
          json.writeStringProperty("datestamp", origin.datestamp());
          json.writeStringProperty("namespace", origin.namespace());
          ClaimView claim = newest.get(source);
          optional(json, "harvestedAt", claim == null ? null : claim.retrievedAt());
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  private static TreeSet<Long> stating(OpenRecord open) {
    TreeSet<Long> stating = new TreeSet<>();
    open.claims().forEach(claim -> stating.add(claim.source()));
    open.partners().forEach(partner -> stating.add(partner.source()));
    return stating;
  }

  private static void optional(JsonGenerator json, String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case BigDecimal number -> json.writeNumberProperty(name, number);
      default -> json.writeStringProperty(name, value.toString());
    }
  }

  private interface Writer {
    void write(JsonGenerator json);
  }

  private String text(Writer writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = mapper.createGenerator(text)) {
      writer.write(json);
    }
    return text.toString();
  }
}
