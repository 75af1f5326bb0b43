package eu.metacluster.platform;

import eu.metacluster.shared.PersonWords;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a person's name and address out of texts that others keep, in the running transaction. */
@Component
public class Striking {

  private final JdbcClient jdbc;

  Striking(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Strikes the person from all rows of one of the caller's own tables.
   *
   * @param columns of type text
   * @return how many rows named the person
   */
  public int strike(PersonWords words, String table, String... columns) {
    return strike(words, table, "true", List.of(), columns);
  }

  /** Strikes the person from those rows whose column {@code key} is one of these ids. */
  public int strikeOf(
      PersonWords words, String table, String key, Collection<UUID> ids, String... columns) {
    return ids.isEmpty() ? 0 : strike(words, table, key + " = any(:ids)", ids, columns);
  }

  private int strike(
      PersonWords words, String table, String condition, Collection<UUID> ids, String... columns) {
    if (words.probes().length == 0) {
      return 0;
    }
    List<Map<String, @Nullable Object>> rows =
        jdbc.sql(
                """
                select ctid::text as place, %s from %s where %s and exists (
                  select 1 from unnest(:probes::text[]) probe
                  where position(probe in lower(concat_ws(' ', %1$s))) > 0) for update"""
                    .formatted(String.join(", ", columns), table, condition))
            .param("probes", words.probes())
            .param("ids", ids.toArray(UUID[]::new))
            .query()
            .listOfRows();
    int changed = 0;
    for (Map<String, @Nullable Object> row : rows) {
      changed += rewrite(words, table, row, columns);
    }
    return changed;
  }

  private int rewrite(
      PersonWords words, String table, Map<String, @Nullable Object> row, String... columns) {
    Map<String, String> left = new LinkedHashMap<>();
    for (String column : columns) {
      if (row.get(column) instanceof String text && !words.without(text).equals(text)) {
        left.put(column, words.without(text));
      }
    }
    if (left.isEmpty()) {
      return 0;
    }
    String set =
        left.keySet().stream()
            .map(column -> column + " = :" + column)
            .collect(Collectors.joining(", "));
    return jdbc.sql("update %s set %s where ctid = :place::tid".formatted(table, set))
        .params(left)
        .param("place", row.get("place"))
        .update();
  }
}
