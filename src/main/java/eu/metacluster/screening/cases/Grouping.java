package eu.metacluster.screening.cases;

import eu.metacluster.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens cases for new candidates, exact look-alikes together. A candidate joins an open case only
 * while nobody has voted on it: a vote is about what the reviewer saw.
 */
@Component
class Grouping {

  private static final String ALIKE =
      """
                with alike as materialized (
                  select l.key, l.record from screening.likeness l where l.key = any(:keys))
                select a.key, a.record, c.id from alike a
                join lateral (
                  select case_id from screening.case_member
                  where record = a.record and not split offset 0) m on true
                join screening.case c on c.id = m.case_id
                where c.state = 'open'""";

  private final JdbcClient jdbc;
  private final CaseRows rows;

  Grouping(JdbcClient jdbc, CaseRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  void open(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    Map<String, UUID> untouched = untouched(candidates);
    Map<String, List<Candidate>> groups = new HashMap<>();
    Map<UUID, List<Candidate>> ordered = new LinkedHashMap<>();
    List<CaseRows.Joining> joining = new ArrayList<>();
    for (Candidate candidate : candidates) {
      List<String> keys = candidate.likeness().stream().filter(Likeness::joins).toList();
      UUID open = first(keys, untouched);
      if (open != null) {
        joining.add(new CaseRows.Joining(open, candidate.record().id()));
        continue;
      }
      List<Candidate> group = first(keys, groups);
      if (group == null) {
        group = new ArrayList<>();
        ordered.put(candidate.record().id(), group);
      }
      group.add(candidate);
      for (String key : keys) {
        groups.putIfAbsent(key, group);
      }
    }
    rows.join(joining);
    rows.liken(candidates);
    rows.open(openings(ordered.values()));
  }

  private static <T> @Nullable T first(List<String> keys, Map<String, T> known) {
    for (String key : keys) {
      T found = known.get(key);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * Open cases without a vote that share an exact key with one of these, locked: who would vote on
   * one of them waits until the look-alike is in it.
   */
  private Map<String, UUID> untouched(List<Candidate> candidates) {
    String[] keys =
        candidates.stream()
            .flatMap(candidate -> candidate.likeness().stream())
            .filter(Likeness::joins)
            .distinct()
            .toArray(String[]::new);
    List<Alike> alike =
        jdbc.sql(ALIKE)
            .param("keys", keys)
            .query((row, n) -> new Alike(row.getString(1), uuid(row, 2), uuid(row, 3)))
            .list();
    if (alike.isEmpty()) {
      return Map.of();
    }
    jdbc.sql("select id from screening.case where id = any(:cases) order by id for update")
        .param("cases", alike.stream().map(Alike::of).distinct().toArray(UUID[]::new))
        .query(UUID.class)
        .list();
    return unvoted(alike);
  }

  /** A record with a key that is asked for, and the open case it is in. */
  private record Alike(String key, UUID member, UUID of) {}

  private static UUID uuid(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** Of these cases, which nobody can vote on now, those without a vote, by the keys they share. */
  private Map<String, UUID> unvoted(List<Alike> alike) {
    Map<String, UUID> found = new HashMap<>();
    jdbc.sql(
            """
            select a.key, c.id from unnest(:keys::text[], :members::uuid[], :cases::uuid[])
              as a (key, member, of)
            join screening.case_member m on m.record = a.member and m.case_id = a.of and not m.split
            join screening.case c on c.id = a.of
            where c.state = 'open'
            and not exists (select 1 from screening.vote v
                            where v.case_id = c.id and v.round = c.round)""")
        .param("keys", alike.stream().map(Alike::key).toArray(String[]::new))
        .param("members", alike.stream().map(Alike::member).toArray(UUID[]::new))
        .param("cases", alike.stream().map(Alike::of).toArray(UUID[]::new))
        .query((row, n) -> found.put(row.getString(1), uuid(row, 2)))
        .list();
    return found;
  }

  private List<CaseRows.Opening> openings(Collection<List<Candidate>> groups) {
    Set<String> taken = taken(groups);
    List<CaseRows.Opening> openings = new ArrayList<>();
    for (List<Candidate> group : groups) {
      String handle = CaseHandle.of(group.getFirst().record().id(), taken::contains);
      taken.add(handle);
      openings.add(new CaseRows.Opening(Ids.next(), handle, group));
    }
    return openings;
  }

  /** Of the handles that could be given now, those that are given already. */
  private Set<String> taken(Collection<List<Candidate>> groups) {
    String[] wanted =
        groups.stream()
            .map(group -> CaseHandle.of(group.getFirst().record().id(), handle -> false))
            .toArray(String[]::new);
    Set<String> taken =
        new HashSet<>(
            jdbc.sql("select handle from screening.case where handle = any(:wanted)")
                .param("wanted", wanted)
                .query(String.class)
                .list());
    return taken.isEmpty()
        ? taken
        : new HashSet<>(jdbc.sql("select handle from screening.case").query(String.class).list());
  }
}
