package eu.metacluster.grid;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Makes the readable part of a new record's address. A name that had to be shortened carries a sum
 * of the whole of it, so the same thing gets the same address whatever else is there; only what
 * would still be taken gets a tail of its own.
 */
final class Handles {

  private static final int RADIX = 36;

  private final NamedParameterJdbcOperations jdbc;

  Handles(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The handles of all records that the plan opens. */
  Map<UUID, String> of(IntakePlan plan) {
    Map<UUID, String> wanted = new LinkedHashMap<>();
    plan.openings
        .values()
        .forEach(
            opening -> {
              List<StatedClaim> holding = plan.holding.getOrDefault(opening.id(), List.of());
              wanted.put(opening.id(), wanted(opening, ShownValues.of(holding)));
            });
    Set<String> taken = taken(wanted.values().stream().distinct().toList());
    wanted.replaceAll(
        (id, handle) -> {
          String free = taken.contains(handle) ? handle + "-" + tail(id) : handle;
          taken.add(free);
          return free;
        });
    return wanted;
  }

  private static String wanted(IntakePlan.Opening opening, ShownValues shown) {
    String name = opening.name();
    String acronym = shown.one(Field.ACRONYM);
    String id = named(name);
    return switch (opening.kind()) {
      case CALL, PROGRAMME -> id.isEmpty() ? tail(opening.id()) : id;
      default -> {
        String label =
            RecordColumns.slug(acronym == null || acronym.isBlank() ? shown.title(name) : acronym);
        yield label.isEmpty() || label.equals(id)
            ? id + "-" + tail(opening.id())
            : label + "-" + id;
      }
    };
  }

  /** The name as a slug, with a sum behind it when it is longer than a slug may be. */
  static String named(String name) {
    String slug = RecordColumns.slug(name);
    if (name.length() <= RecordColumns.LONGEST_SLUG) {
      return slug;
    }
    CRC32C sum = new CRC32C();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return slug + "-" + Long.toString(sum.getValue(), RADIX);
  }

  private static String tail(UUID id) {
    return Long.toString(id.getLeastSignificantBits() & 0xFFFFFFL, RADIX);
  }

  private Set<String> taken(List<String> handles) {
    if (handles.isEmpty()) {
      return new HashSet<>();
    }
    return new HashSet<>(
        jdbc.queryForList(
            "select handle from grid.record where handle = any(:handles)",
            new MapSqlParameterSource("handles", handles.toArray(String[]::new)),
            String.class));
  }
}
