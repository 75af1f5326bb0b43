package eu.metacluster.opendata.feeds;

import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records that became public last, of all or of those that answer a question. */
@Component
class NewRecords {

  static final int SIZE = 50;
  private static final int LONGEST = 600;

  private final Items items;
  private final GridSearch search;
  private final JsonMapper json;

  NewRecords(Items items, GridSearch search, JsonMapper json) {
    this.items = items;
    this.search = search;
    this.json = json;
  }

  /** A record with the beginning of what it is about. */
  record Entry(Item item, String summary) {}

  List<Entry> of(GridQuery query) {
    return found(query).stream().map(item -> new Entry(item, summary(item))).toList();
  }

  private List<Item> found(GridQuery query) {
    if (query.open()) {
      return items.newest(SIZE);
    }
    List<String> handles =
        search.find(query.by(Sorting.AUTHORISED), SIZE).rows().stream().map(Row::handle).toList();
    Map<String, Item> named = items.named(handles);
    return handles.stream().map(named::get).filter(Objects::nonNull).toList();
  }

  private String summary(Item item) {
    JsonNode text = json.readTree(item.body()).at("/facts/summary");
    String plain = text.isString() ? text.asString() : "";
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
