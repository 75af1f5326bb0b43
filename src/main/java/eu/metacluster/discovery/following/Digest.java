package eu.metacluster.discovery.following;

import eu.metacluster.grid.GridRecord;
import java.util.List;
import java.util.Map;

/**
 * What is different for one person.
 *
 * @param items in the order of what is followed
 */
record Digest(List<Item> items) {

  /**
   * One thing that is followed and is different.
   *
   * @param path its address on the site
   * @param names what the others that its changes name are called, by their addresses
   */
  record Item(
      Follow follow, String title, String path, List<Change> changes, Map<String, String> names) {}

  /** How a record is called in a letter. */
  static String title(GridRecord record) {
    return record.label().equals(record.title())
        ? record.title()
        : record.label() + ": " + record.title();
  }

  /** How many things are different. */
  int size() {
    return items.size();
  }
}
