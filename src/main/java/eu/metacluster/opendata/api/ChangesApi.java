package eu.metacluster.opendata.api;

import eu.metacluster.opendata.Described;
import eu.metacluster.opendata.api.ItemJson.Fields;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that changed after a position, deletions included. */
@RestController
@PublicEndpoint("what is on the public grid may be taken along by programs")
class ChangesApi {

  private static final Fields WHOLE = Fields.of(null, true);

  private final Items items;
  private final ItemJson texts;
  private final Served served;
  private final SiteAddress site;

  ChangesApi(Items items, ItemJson texts, Served served, SiteAddress site) {
    this.items = items;
    this.texts = texts;
    this.served = served;
    this.site = site;
  }

  @GetMapping("/api/v1/changes")
  @Described(
      "What changed after a position, deletions included. Start at 0 for everything, then always"
          + " ask next: nothing is missed and nothing comes twice unless it changed again.")
  @Answers(value = Shapes.Changes.class, tag = "Changes")
  ResponseEntity<byte[]> changes(
      @RequestParam(required = false)
          @Described(value = "Position after which to begin, else 0.", example = "0")
          @Nullable String since,
      @RequestParam(required = false) @Described("How many on a page, 1 to 500, else 100.")
          @Nullable String limit,
      @RequestParam(required = false)
          @Described("true to have each record with its claims as well.")
          @Nullable String records,
      HttpServletRequest request) {
    int size = Limits.of(limit);
    long after = Limits.number("since", since, 0);
    boolean whole = "true".equals(records);
    return served.json(
        request,
        "p" + items.position(),
        () -> {
          List<Item> found = items.since(after, size + 1);
          List<Item> shown = found.subList(0, Math.min(size, found.size()));
          long reached = shown.isEmpty() ? after : shown.getLast().position();
          String next =
              new Address("/api/v1/changes")
                  .with("since", Long.toString(reached))
                  .with("limit", limit)
                  .with("records", whole ? "true" : null)
                  .toString();
          StringBuilder text = new StringBuilder("{\"position\":").append(reached);
          text.append(",\"more\":").append(found.size() > size).append(",\"changes\":[");
          shown.forEach(item -> append(text, item, item == shown.getFirst(), whole));
          return text.append("],\"next\":").append(texts.quoted(site.of(next))).append('}');
        });
  }

  private void append(StringBuilder text, Item item, boolean first, boolean whole) {
    text.append(first ? "{" : ",{").append("\"position\":").append(item.position());
    text.append(",\"modified\":\"").append(item.changedAt());
    text.append("\",\"deleted\":").append(item.deleted());
    text.append(",\"id\":\"").append(item.record());
    text.append("\",\"kind\":\"").append(item.kind().word());
    text.append("\",\"handle\":\"").append(item.handle());
    text.append("\",\"url\":\"").append(texts.url(item)).append('"');
    if (item.successor() != null) {
      text.append(",\"successor\":").append(texts.quoted(item.successor()));
    }
    if (whole && !item.deleted()) {
      text.append(",\"record\":");
      texts.append(text, item, WHOLE);
    }
    text.append('}');
  }
}
