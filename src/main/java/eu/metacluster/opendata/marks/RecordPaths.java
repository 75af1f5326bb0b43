package eu.metacluster.opendata.marks;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the item whose page is at a path. */
@Component
class RecordPaths {

  private static final Map<String, RecordKind> KINDS =
      Arrays.stream(RecordKind.values())
          .collect(Collectors.toUnmodifiableMap(RecordKind::path, Function.identity()));

  private final Items items;

  RecordPaths(Items items) {
    this.items = items;
  }

  /** The live item, empty when the path is no public record's. */
  Optional<Item> item(String path) {
    String[] parts = path.split("/", -1);
    RecordKind kind = parts.length == 3 ? KINDS.get(parts[1]) : null;
    return kind == null || parts[2].isEmpty()
        ? Optional.empty()
        : items.find(kind, parts[2]).filter(item -> !item.deleted());
  }
}
