package eu.metacluster.opendata.marks;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Finds the item whose page is at a path, once for each request. */
@Component
class RecordPaths {

  private static final Map<String, RecordKind> KINDS =
      Arrays.stream(RecordKind.values())
          .collect(Collectors.toUnmodifiableMap(RecordKind::path, Function.identity()));

  private static final String FOUND = RecordPaths.class.getName();

  private final Items items;

  RecordPaths(Items items) {
    this.items = items;
  }

  private record Found(String path, @Nullable Item item) {}

  /** The live item, empty when the path is no public record's. */
  Optional<Item> item(String path) {
    String[] parts = path.split("/", -1);
    RecordKind kind = parts.length == 3 ? KINDS.get(parts[1]) : null;
    return kind == null || parts[2].isEmpty() ? Optional.empty() : known(path, kind, parts[2]);
  }

  /** Changes soon after an item has. */
  long generation() {
    return items.noticed();
  }

  private Optional<Item> known(String path, RecordKind kind, String handle) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null
        && request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof Found found
        && found.path().equals(path)) {
      return Optional.ofNullable(found.item());
    }
    Optional<Item> item = items.find(kind, handle).filter(one -> !one.deleted());
    if (request != null) {
      request.setAttribute(
          FOUND, new Found(path, item.orElse(null)), RequestAttributes.SCOPE_REQUEST);
    }
    return item;
  }
}
