package eu.metacluster.harvest.events;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads the events of an organiser from Eventbrite's API, third version. What an organiser has not
 * published yet is not taken.
 */
@Component
@Order(25)
final class EventbriteConnector implements WebConnector {

  private static final int MOST_PAGES = 10_000;

  @Override
  public String id() {
    return "eventbrite";
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
  public List<Setting> settings() {
    return List.of(new Setting("token", Setting.Type.SECRET, ""));
  }

  @Override
  public boolean recognises(Answer sample) {
    JsonNode root = Json.sample(sample);
    return root != null && isList(root);
  }

  private static boolean isList(JsonNode root) {
    return root.path("events").isArray() && root.path("pagination").has("has_more_items");
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    new Pass(remote, reading).read();
  }

  /** One reading of one organiser's events. */
  private static final class Pass {

    private final Remote remote;
    private final Reading reading;
    private final EventbriteNames names;
    private final Set<String> keys = new HashSet<>();

    Pass(Remote remote, Reading reading) {
      this.remote = remote;
      this.reading = reading;
      this.names = new EventbriteNames(remote, reading);
    }

    void read() throws IOException {
      String continuation = remote.resumesAt().orElse("");
      boolean first = continuation.isEmpty();
      Set<String> seen = new HashSet<>();
      do {
        continuation = page(continuation);
        if (!continuation.isEmpty()) {
          reading.checkpoint(continuation);
        }
      } while (!continuation.isEmpty() && seen.add(continuation) && seen.size() < MOST_PAGES);
      if (!continuation.isEmpty()) {
        reading.problem(
            new Problem(
                remote.address().toString(), 0, "continuation", continuation, Reason.NOT_EXPECTED));
      } else if (first) {
        reading.whole();
      }
    }

    /** Reads a page; gives the token of the next one, empty when it is the last. */
    private String page(String continuation) throws IOException {
      URI address = remote.address();
      Answer answer =
          remote.get(
              continuation.isEmpty() ? address : Links.with(address, "continuation", continuation));
      JsonNode root = Json.of(answer);
      if (root == null || !isList(root)) {
        throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1467", "harvest.refusal.no_eventbrite");
      }
      Locator at = new Locator(remote.keep(answer), 0, 0);
      for (JsonNode event : root.path("events")) {
        String key = Json.text(event, "id");
        boolean taken = !Json.text(event, "status").equals("draft") && keys.add(key);
        Finding finding = taken ? finding(event, key, answer.address(), at) : null;
        if (finding != null) {
          reading.found(finding);
        }
      }
      JsonNode pagination = root.path("pagination");
      boolean more = pagination.path("has_more_items").asBoolean(false);
      return more ? Json.text(pagination, "continuation") : "";
    }

    private @Nullable Finding finding(JsonNode event, String key, URI page, Locator at)
        throws IOException {
      EventDraft draft = new EventDraft(page, reading);
      draft.title(Json.text(event, "name", "text"));
      String html = Json.text(event, "description", "html");
      draft.text(html.isEmpty() ? Json.text(event, "description", "text") : html);
      draft.moment(Field.STARTS_AT, time(event.path("start")), null);
      draft.moment(Field.ENDS_AT, time(event.path("end")), null);
      draft.link(Json.text(event, "url"));
      boolean online = event.path("online_event").asBoolean(false);
      JsonNode venue = names.venue(event);
      draft.venue(Json.text(venue, "name"));
      JsonNode address = venue.path("address");
      draft.line(Field.STREET, Json.text(address, "address_1"));
      draft.line(Field.POSTCODE, Json.text(address, "postal_code"));
      draft.line(Field.CITY, Json.text(address, "city"));
      draft.country(Json.text(address, "country"));
      draft.line(Field.ATTENDANCE, online ? "online" : address.isMissingNode() ? "" : "in person");
      draft.line(Field.ORGANISER, Json.text(names.organiser(event), "name"));
      draft.line(Field.KEYWORDS, String.join(", ", names.words(event)));
      String status = Json.text(event, "status");
      draft.line(Field.STATUS, status.equals("canceled") ? "cancelled" : "");
      return draft.sealed(key, at);
    }

    /** The time where the event is, by the instant and the zone. */
    private static String time(JsonNode when) {
      ZoneId zone = Moments.zone(Json.text(when, "timezone"));
      try {
        String utc = Json.text(when, "utc");
        return zone == null || utc.isEmpty()
            ? Json.text(when, "local")
            : Moments.at(Instant.parse(utc), zone);
      } catch (DateTimeParseException e) {
        return Json.text(when, "local");
      }
    }
  }
}
