package eu.metacluster.harvest.events;

import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.values.Links;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What events at Eventbrite refer to by number: venues, organisers, formats and categories. Each is
 * asked for once; one that does not answer is a line in the log.
 */
final class EventbriteNames {

  private static final String VERSION = "/v3/";
  private static final int MOST = 2_000;

  private final Remote remote;
  private final Reading reading;
  private final Map<String, JsonNode> known = new HashMap<>();

  EventbriteNames(Remote remote, Reading reading) {
    this.remote = remote;
    this.reading = reading;
  }

  /** The venue of an event; missing when it has none. */
  JsonNode venue(JsonNode event) throws IOException {
    return referred(event, "venue", "venues/");
  }

  JsonNode organiser(JsonNode event) throws IOException {
    return referred(event, "organizer", "organizers/");
  }

  private JsonNode referred(JsonNode event, String name, String path) throws IOException {
    JsonNode here = event.path(name);
    String id = Json.text(event, name + "_id");
    boolean number = !id.isEmpty() && id.chars().allMatch(Character::isDigit);
    return here.isObject() ? here : number ? answer(path + id + "/") : MissingNode.getInstance();
  }

  /** Names of the event's format, category and subcategory. */
  Set<String> words(JsonNode event) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    words.add(named("formats/", "formats", Json.text(event, "format_id")));
    String category = Json.text(event, "category_id");
    words.add(named("categories/", "categories", category));
    String part = Json.text(event, "subcategory_id");
    if (!part.isEmpty() && category.chars().allMatch(Character::isDigit)) {
      words.add(named("categories/" + category + "/", "subcategories", part));
    }
    words.remove("");
    return words;
  }

  private String named(String path, String list, String id) throws IOException {
    if (id.isEmpty()) {
      return "";
    }
    for (JsonNode one : answer(path).path(list)) {
      if (Json.text(one, "id").equals(id)) {
        return Json.text(one, "name");
      }
    }
    return "";
  }

  private JsonNode answer(String path) throws IOException {
    JsonNode here = known.get(path);
    if (here == null) {
      here = known.size() < MOST ? asked(path) : MissingNode.getInstance();
      known.put(path, here);
    }
    return here;
  }

  private JsonNode asked(String path) throws IOException {
    String whole = remote.address().toString();
    int root = whole.indexOf(VERSION);
    URI address =
        root < 0 ? null : Links.web(whole.substring(0, root) + VERSION + path, remote.address());
    if (address == null) {
      return MissingNode.getInstance();
    }
    try {
      JsonNode answer = Json.of(remote.get(address));
      return answer == null ? MissingNode.getInstance() : answer;
    } catch (FetchException e) {
      reading.problem(
          new Problem(address.toString(), 0, null, e.trouble().code(), Reason.NO_ANSWER));
      return MissingNode.getInstance();
    }
  }
}
