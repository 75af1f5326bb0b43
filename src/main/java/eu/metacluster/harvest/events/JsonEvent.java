package eu.metacluster.harvest.events;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.values.Moments;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One event of a calendar in JSON; its members are known by the names that calendars use. */
final class JsonEvent {

  private static final List<String> TITLE = List.of("title", "name", "summary", "headline", "slug");
  private static final List<String> START =
      List.of(
          "startdt",
          "startdatetime",
          "startdate",
          "starttime",
          "startsat",
          "startat",
          "start",
          "begin",
          "datestart",
          "dtstart",
          "eventstart",
          "datefrom");
  private static final List<String> END =
      List.of(
          "enddt",
          "enddatetime",
          "enddate",
          "endtime",
          "endsat",
          "endat",
          "end",
          "finish",
          "dateend",
          "dtend",
          "eventend",
          "dateto");
  private static final List<String> TEXT =
      List.of(
          "description",
          "content",
          "body",
          "lead",
          "abstract",
          "intro",
          "shortdesc",
          "excerpt",
          "subtitle");
  private static final List<String> LINK = List.of("url", "link", "href", "permalink", "website");
  private static final List<String> KEY = List.of("id", "uid", "uuid", "slug");
  private static final List<String> VENUE = List.of("venue", "location", "place", "room");
  private static final List<String> ORGANISER =
      List.of("organizer", "organiser", "hostname", "host", "provider");
  private static final List<String> WORDS =
      List.of("keywords", "tags", "categories", "eventtype", "eventtypes", "types", "tag");

  private static final int DEPTH = 6;
  private static final int MOST = 20_000;

  private final Map<String, JsonNode> members = new HashMap<>();
  private final @Nullable ZoneId usual;

  /**
   * @param zone name of the zone in which times hold that have no offset; may be empty
   */
  JsonEvent(JsonNode event, String zone) {
    this.usual = Moments.zone(zone);
    flatten(event, 0);
  }

  /** Members of nested objects count as the event's own where it has none of that name. */
  private void flatten(JsonNode node, int depth) {
    node.properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              boolean said = !value.isNull() && !value.isObject() && !value.asString("x").isBlank();
              if (said) {
                members.putIfAbsent(bare(member.getKey()), value);
              }
            });
    if (depth < 2) {
      for (String part :
          List.of(
              "attributes",
              "addthisdata",
              "address",
              "location",
              "venue",
              "dates",
              "organizer",
              "start",
              "end")) {
        JsonNode child = node.path(part);
        if (child.isObject()) {
          nested(part, child, depth);
        }
      }
    }
  }

  private void nested(String part, JsonNode child, int depth) {
    boolean own = List.of("attributes", "addthisdata", "address", "dates").contains(part);
    if (own) {
      flatten(child, depth + 1);
      return;
    }
    for (String name : List.of("name", "title", "dateTime", "date", "local")) {
      JsonNode value = child.path(name);
      if (value.isString()) {
        members.putIfAbsent(part, value);
      }
    }
    if (part.equals("location") || part.equals("venue")) {
      for (String name : List.of("city", "country", "postcode", "latitude", "longitude")) {
        if (child.path(name).isValueNode()) {
          members.putIfAbsent(name, child.path(name));
        }
      }
    }
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The first list of events, wherever it stands; empty when there is none. */
  static List<JsonNode> list(JsonNode root) {
    List<JsonNode> open = new ArrayList<>(List.of(root));
    List<JsonNode> next = new ArrayList<>();
    for (int depth = 0; depth < DEPTH && !open.isEmpty(); depth++) {
      for (JsonNode node : open) {
        List<JsonNode> events = node.isArray() ? events(node) : List.of();
        if (!events.isEmpty()) {
          return events;
        }
        node.values().stream().filter(JsonNode::isContainer).limit(200).forEach(next::add);
      }
      open = next.size() > MOST ? next.subList(0, MOST) : next;
      next = new ArrayList<>();
    }
    return List.of();
  }

  private static List<JsonNode> events(JsonNode array) {
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode item : array) {
      if (item.isObject() && events.size() < MOST) {
        JsonEvent event = new JsonEvent(item, "");
        if (!event.first(TITLE).isEmpty() && event.moment(START) != null) {
          events.add(item);
        }
      }
    }
    return events;
  }

  private String first(List<String> names) {
    for (String name : names) {
      JsonNode value = members.get(name);
      if (value != null && value.isValueNode() && !value.asString("").isBlank()) {
        return value.asString("");
      }
    }
    return "";
  }

  /** The first member of these names that is a day or time; null when none is. */
  private @Nullable String moment(List<String> names) {
    for (String name : names) {
      JsonNode value = members.get(name);
      if (value != null && value.isString() && Moments.read(value.asString(""), null) != null) {
        return value.asString("");
      }
    }
    return null;
  }

  @Nullable Finding finding(URI page, Locator at, Reading reading) {
    String zoneName = first(List.of("timezone", "tz"));
    ZoneId zone = zoneName.isEmpty() ? usual : Moments.zone(zoneName);
    String start = moment(START);
    String end = moment(END);
    EventDraft draft = new EventDraft(page, reading);
    draft.title(first(TITLE)).text(first(TEXT)).link(first(LINK));
    draft.moment(Field.STARTS_AT, start == null ? "" : start, zone);
    draft.moment(Field.ENDS_AT, end == null ? "" : end, zone);
    String venue = first(VENUE);
    draft.venue(venue);
    draft.line(Field.CITY, first(List.of("city", "town")));
    draft.country(first(List.of("country", "countrycode")));
    draft.line(Field.POSTCODE, first(List.of("postcode", "postalcode", "zip")));
    draft.line(Field.ORGANISER, first(ORGANISER));
    draft.line(Field.KEYWORDS, String.join(", ", words()));
    boolean online =
        first(List.of("online", "onlineevent", "isonline", "isvirtual")).equals("true");
    boolean said = online || venue.strip().equalsIgnoreCase("online");
    draft.line(Field.ATTENDANCE, said ? "online" : "");
    draft.line(Field.STATUS, cancelled() ? "cancelled" : "");
    String key = first(KEY);
    return draft.sealed(key.isEmpty() ? first(LINK) : key, at);
  }

  private boolean cancelled() {
    String status = first(List.of("status", "eventstatus", "state")).toLowerCase(Locale.ROOT);
    return status.startsWith("cancel") || first(List.of("cancelled", "canceled")).equals("true");
  }

  private Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    for (String name : WORDS) {
      JsonNode value = members.get(name);
      if (value != null && value.isArray()) {
        value.forEach(word -> words.add(word(word)));
      } else if (value != null && value.isString()) {
        words.addAll(List.of(value.asString("").split("\\s*[,;]\\s*", 50)));
      }
    }
    words.remove("");
    return words;
  }

  private static String word(JsonNode word) {
    if (word.isString()) {
      return word.asString("").replace('_', ' ');
    }
    for (String name : List.of("name", "tag", "title", "label")) {
      if (word.path(name).isString()) {
        return word.path(name).asString("");
      }
    }
    return "";
  }
}
