package eu.metacluster.harvest.events;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads the export interface of Indico, by which laboratories announce their conferences: the
 * events of a category, page by page.
 */
@Component
@Order(25)
final class IndicoConnector implements WebConnector {

  private static final int PAGE = 200;
  private static final int MOST_PAGES = 1_000;

  @Override
  public String id() {
    return "indico";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Terms.UNKNOWN;
  }

  @Override
  public boolean recognises(Answer sample) {
    JsonNode root = Json.sample(sample);
    return root != null && isExport(root);
  }

  private static boolean isExport(JsonNode root) {
    return Json.text(root, "_type").equals("HTTPAPIResult") && root.path("results").isArray();
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    Set<String> keys = new HashSet<>();
    int page = remote.resumesAt().map(Integer::parseInt).orElse(0);
    int before;
    int size;
    do {
      before = keys.size();
      size = page(remote, reading, page, keys);
      page++;
      reading.checkpoint(String.valueOf(page));
    } while (size == PAGE && keys.size() > before && page < MOST_PAGES);
  }

  private static int page(Remote remote, Reading reading, int page, Set<String> keys)
      throws IOException {
    URI address = Links.with(remote.address(), "limit", String.valueOf(PAGE));
    address = page == 0 ? address : Links.with(address, "offset", String.valueOf(page * PAGE));
    Answer answer = remote.get(address);
    JsonNode root = Json.of(answer);
    if (root == null || !isExport(root)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1466", "harvest.refusal.no_export");
    }
    Locator at = new Locator(remote.keep(answer), 0, 0);
    for (JsonNode event : root.path("results")) {
      String key = Json.text(event, "id");
      Finding finding = keys.add(key) ? finding(event, key, answer.address(), at, reading) : null;
      if (finding != null) {
        reading.found(finding);
      }
    }
    return root.path("results").size();
  }

  private static @Nullable Finding finding(
      JsonNode event, String key, URI page, Locator at, Reading reading) {
    EventDraft draft = new EventDraft(page, reading);
    draft.title(Json.text(event, "title")).text(Json.text(event, "description"));
    moment(draft, Field.STARTS_AT, event.path("startDate"));
    moment(draft, Field.ENDS_AT, event.path("endDate"));
    draft.venue(String.join(", ", place(event)));
    draft.line(Field.STREET, Json.text(event, "address").replace('\n', ' '));
    draft.line(Field.KEYWORDS, String.join(", ", keywords(event)));
    draft.line(Field.PUBLISHER, Json.text(event, "category"));
    draft.link(Json.text(event, "url"));
    String label = Json.text(event, "label", "title");
    boolean cancelled = label.equalsIgnoreCase("cancelled") || label.equalsIgnoreCase("canceled");
    draft.line(Field.STATUS, cancelled ? "cancelled" : "");
    return draft.sealed(key, at);
  }

  private static void moment(EventDraft draft, Field field, JsonNode when) {
    ZoneId zone = Moments.zone(Json.text(when, "tz"));
    draft.moment(field, Json.text(when, "date") + ' ' + Json.text(when, "time"), zone);
  }

  private static List<String> place(JsonNode event) {
    List<String> place = new ArrayList<>();
    for (String name : List.of("roomFullname", "location")) {
      String part = Json.text(event, name).strip();
      if (!part.isEmpty() && !place.contains(part)) {
        place.add(part);
      }
    }
    return place;
  }

  private static List<String> keywords(JsonNode event) {
    List<String> words = new ArrayList<>();
    event.path("keywords").forEach(word -> words.add(word.asString("")));
    return words;
  }
}
