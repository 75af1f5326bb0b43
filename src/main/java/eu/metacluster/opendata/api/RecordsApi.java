package eu.metacluster.opendata.api;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.opendata.Described;
import eu.metacluster.opendata.api.ItemJson.Fields;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records: all of them page by page, and each with its claims. */
@RestController
@PublicEndpoint("what is on the public grid may be taken along by programs")
class RecordsApi {

  private final Items items;
  private final Records records;
  private final ItemJson texts;
  private final Served served;
  private final SiteAddress site;
  private final JsonMapper json;

  RecordsApi(
      Items items,
      Records records,
      ItemJson texts,
      Served served,
      SiteAddress site,
      JsonMapper json) {
    this.items = items;
    this.records = records;
    this.texts = texts;
    this.served = served;
    this.site = site;
    this.json = json;
  }

  @GetMapping("/api/v1/records")
  @Described("All public records, page by page in the order of their ids.")
  @Answers(value = Shapes.Page.class, tag = "Records")
  ResponseEntity<byte[]> records(
      @RequestParam(required = false)
          @Described(value = "Only this kind, such as project.", example = "project")
          @Nullable String kind,
      @RequestParam(required = false)
          @Described(
              value = "Parts wanted, with commas between; facts as facts.title.",
              example = "title,facts.startDate")
          @Nullable String fields,
      @RequestParam(required = false) @Described("How many on a page, 1 to 500, else 100.")
          @Nullable String limit,
      @RequestParam(required = false) @Described("Where the page before ended, as next says it.")
          @Nullable String after,
      HttpServletRequest request) {
    RecordKind only = kind == null ? null : kindOf(kind);
    return page(request, "/api/v1/records", only, fields, limit, after);
  }

  @GetMapping("/api/v1/organisations")
  @Described("All public organisations, page by page in the order of their ids.")
  @Answers(value = Shapes.Page.class, tag = "Records")
  ResponseEntity<byte[]> organisations(
      @RequestParam(required = false) @Described("Parts wanted, with commas between.")
          @Nullable String fields,
      @RequestParam(required = false) @Described("How many on a page, 1 to 500, else 100.")
          @Nullable String limit,
      @RequestParam(required = false) @Described("Where the page before ended, as next says it.")
          @Nullable String after,
      HttpServletRequest request) {
    return page(request, "/api/v1/organisations", RecordKind.ORGANISATION, fields, limit, after);
  }

  private ResponseEntity<byte[]> page(
      HttpServletRequest request,
      String path,
      @Nullable RecordKind kind,
      @Nullable String fields,
      @Nullable String limit,
      @Nullable String after) {
    int size = Limits.of(limit);
    UUID from = Limits.cursor(after);
    Fields wanted = Fields.of(fields, false);
    long position = served.position();
    return served.page(
        request,
        position,
        () -> {
          List<Item> found = items.page(kind, from, size + 1);
          List<Item> shown = found.subList(0, Math.min(size, found.size()));
          StringBuilder text = new StringBuilder(shown.size() * 4_000);
          text.append("{\"position\":").append(position).append(",\"records\":[");
          list(text, shown, wanted);
          text.append(']');
          if (found.size() > size) {
            String next =
                new Address(path)
                    .with("kind", path.endsWith("records") && kind != null ? kind.word() : null)
                    .with("fields", fields)
                    .with("limit", limit)
                    .with("after", shown.getLast().record().toString())
                    .toString();
            text.append(",\"next\":").append(texts.quoted(site.of(next)));
          }
          return text.append('}');
        });
  }

  private void list(StringBuilder text, List<Item> shown, Fields wanted) {
    for (int i = 0; i < shown.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      texts.append(text, shown.get(i), wanted);
    }
  }

  @GetMapping("/api/v1/records/{id}")
  @Described("One record by its id, with its claims.")
  @Answers(value = Shapes.Entry.class, tag = "Records")
  ResponseEntity<byte[]> record(
      @PathVariable @Described("Id of the record.") String id,
      @RequestParam(required = false) @Described("Parts wanted, with commas between.")
          @Nullable String fields,
      HttpServletRequest request) {
    return one(request, byId(id), fields);
  }

  @GetMapping("/api/v1/records/{kind}/{handle}")
  @Described("One record by its address, with its claims.")
  @Answers(value = Shapes.Entry.class, tag = "Records")
  ResponseEntity<byte[]> record(
      @PathVariable
          @Described(
              value = "As in the address of its page, such as projects.",
              example = "projects")
          String kind,
      @PathVariable @Described("Readable part of its address.") String handle,
      @RequestParam(required = false) @Described("Parts wanted, with commas between.")
          @Nullable String fields,
      HttpServletRequest request) {
    RecordKind of =
        Arrays.stream(RecordKind.values())
            .filter(one -> one.path().equals(kind))
            .findFirst()
            .orElseThrow(RecordsApi::nothing);
    return one(request, items.find(of, handle).orElseThrow(RecordsApi::nothing), fields);
  }

  private ResponseEntity<byte[]> one(
      HttpServletRequest request, Item item, @Nullable String fields) {
    if (item.successor() != null) {
      return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
          .header(HttpHeaders.LOCATION, site.of("/api/v1/records" + item.successor()))
          .header(HttpHeaders.CACHE_CONTROL, "no-cache")
          .build();
    }
    Fields wanted = Fields.of(fields, true);
    Item live = live(item);
    return served.json(
        request,
        "i" + live.position(),
        () -> {
          StringBuilder text = new StringBuilder();
          texts.append(text, live, wanted);
          return text;
        });
  }

  @GetMapping("/api/v1/records/{id}/claims")
  @Described("Every current statement about a record, with its source, its evidence and its dates.")
  @Answers(value = Shapes.Claims.class, tag = "Records")
  ResponseEntity<byte[]> claims(
      @PathVariable @Described("Id of the record.") String id, HttpServletRequest request) {
    Item item = live(byId(id));
    Map<Long, Instant> confirmed = confirmed(item);
    ArrayNode claims = (ArrayNode) json.readTree(item.claims());
    for (JsonNode claim : claims) {
      Instant at = confirmed.get(claim.path("id").asLong());
      if (at != null) {
        ((ObjectNode) claim).put("confirmedAt", at.toString());
      }
    }
    ObjectNode answer = json.createObjectNode();
    answer.put("record", item.record().toString());
    answer.set("claims", claims);
    answer.set("sources", json.readTree(item.body()).path("sources"));
    String text = json.writeValueAsString(answer);
    return served.json(request, "c" + item.position() + "-" + text.hashCode(), () -> text);
  }

  private Map<Long, Instant> confirmed(Item item) {
    Map<Long, Instant> confirmed = new HashMap<>();
    for (ClaimView claim : records.claims(item.record())) {
      confirmed.put(claim.id(), claim.lastConfirmed());
    }
    return confirmed;
  }

  private Item byId(String id) {
    try {
      return items.find(UUID.fromString(id)).orElseThrow(RecordsApi::nothing);
    } catch (IllegalArgumentException e) {
      throw nothing();
    }
  }

  /** Once public and no longer: it says so, and nothing else. */
  private static Item live(Item item) {
    if (item.deleted()) {
      throw new Refusal(Refusal.Kind.GONE, "MC-1803", "opendata.refused.gone");
    }
    return item;
  }

  static Refusal nothing() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1802", "opendata.refused.noItem");
  }

  private static RecordKind kindOf(String word) {
    return Arrays.stream(RecordKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refusal(Refusal.Kind.BAD_INPUT, "MC-1808", "opendata.refused.kind"));
  }
}
