package eu.metacluster.harvest.events;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.values.Links;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads calendars that some site's own program gives as JSON: a list of things that each have a
 * name and a beginning under one of the names that such programs use, JSON:API among them.
 */
@Component
@Order(55)
final class JsonCalendarConnector implements WebConnector {

  private static final int MOST_PAGES = 1_000;

  @Override
  public String id() {
    return "json-calendar";
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
    return List.of(new Setting("zone", Setting.Type.LINE, ""));
  }

  @Override
  public boolean recognises(Answer sample) {
    JsonNode root = Json.sample(sample);
    return root != null && !JsonEvent.list(root).isEmpty();
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    Set<String> keys = new HashSet<>();
    Set<URI> seen = new HashSet<>();
    URI next = remote.resumesAt().map(URI::create).orElse(remote.address());
    while (next != null && seen.size() < MOST_PAGES && seen.add(next)) {
      next = page(remote, reading, next, keys);
      if (next != null) {
        reading.checkpoint(next.toString());
      }
    }
    if (next != null) {
      reading.problem(new Problem(next.toString(), 0, "links", "", Reason.NOT_EXPECTED));
    }
  }

  private static @Nullable URI page(Remote remote, Reading reading, URI address, Set<String> keys)
      throws IOException {
    Answer answer = remote.get(address);
    JsonNode root = Json.of(answer);
    if (root == null) {
      reading.problem(Problem.of(answer.address().toString(), Reason.NOT_EXPECTED));
      return null;
    }
    Locator at = new Locator(remote.keep(answer), 0, 0);
    List<JsonNode> events = JsonEvent.list(root);
    if (events.isEmpty()) {
      reading.problem(Problem.of(answer.address().toString(), Reason.NO_EVENTS));
    }
    for (JsonNode event : events) {
      Finding finding =
          new JsonEvent(event, remote.setting("zone")).finding(answer.address(), at, reading);
      if (finding != null && keys.add(finding.key())) {
        reading.found(finding);
      }
    }
    return next(root, answer.address());
  }

  private static @Nullable URI next(JsonNode root, URI base) {
    JsonNode link = root.path("links").path("next");
    String next = link.isObject() ? Json.text(link, "href") : Json.text(root, "links", "next");
    URI address = next.isEmpty() ? null : Links.web(next, base);
    boolean same = address != null && base.getHost().equals(address.getHost());
    return same ? address : null;
  }
}
