package eu.metacluster.opendata.feeds;

import eu.metacluster.discovery.search.Found;
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
    this.search = search.open();
    this.json = json;
  }

  /** A record with the beginning of what it is about. */
  record Entry(Item item, String summary) {}

  /**
   * A page of them.
   *
   * @param more whether another one follows
   */
  record Slice(List<Entry> entries, boolean more) {}

  /** The page that the question says. */
  Slice of(GridQuery query) {
    if (query.open()) {
      List<Item> found = items.newest((query.page() - 1) * SIZE, SIZE + 1);
      return slice(found.subList(0, Math.min(SIZE, found.size())), found.size() > SIZE);
    }
    Found found = search.find(query.by(Sorting.AUTHORISED).at(query.page()), SIZE);
    if (found.page() < query.page()) {
      return slice(List.of(), false);
    }
    List<String> handles = found.rows().stream().map(Row::handle).toList();
    Map<String, Item> named = items.named(handles);
    return slice(
        handles.stream().map(named::get).filter(Objects::nonNull).toList(),
        found.page() < found.pages());
  }

  private Slice slice(List<Item> found, boolean more) {
    return new Slice(found.stream().map(item -> new Entry(item, summary(item))).toList(), more);
  }

  private String summary(Item item) {
    JsonNode text = json.readTree(item.body()).at("/facts/summary");
    String plain = text.isString() ? text.asString() : "";
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
