package eu.metacluster.grid;

import eu.metacluster.shared.Refusal;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Merging without moving: the merged record keeps its claims, its address and its state, and points
 * to its successor; readers of the successor read both. So undoing it loses nothing.
 */
final class RecordMerge {

  /** Both ends of a merge. */
  record Pair(UUID from, UUID into) {}

  /** Follows the active merges to the end and notes it on every record: chains have one root. */
  private static final String POINT =
      """
      with recursive chain (id, root, depth) as (
        select m.from_record, m.into_record, 1 from grid.merge m where m.undone_at is null
        union all
        select c.id, m.into_record, c.depth + 1 from chain c
        join grid.merge m on m.from_record = c.root and m.undone_at is null where c.depth < 50),
      roots as (select distinct on (id) id, root from chain order by id, depth desc)
      update grid.record r set merged_into = t.root
      from (select r2.id, roots.root from grid.record r2 left join roots on roots.id = r2.id
            where r2.merged_into is not null or roots.root is not null) t
      where r.id = t.id and r.merged_into is distinct from t.root""";

  private final JdbcClient jdbc;

  RecordMerge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void check(UUID from, UUID into) {
    boolean fits =
        jdbc.sql(
                """
                select count(*) = 2 and count(distinct kind) = 1
                  and (bool_and(id = :from or state in ('published', 'due', 'archived'))
                    or bool_and(id = :into or state not in ('published', 'due', 'archived')))
                from (
                  select id, kind, state from grid.record
                  where id in (:from, :into) and merged_into is null for update) as pair""")
            .param("from", from)
            .param("into", into)
            .query(Boolean.class)
            .single();
    if (from.equals(into) || !fits) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1303", "grid.refused.merge");
    }
  }

  void write(UUID id, UUID from, UUID into) {
    jdbc.sql(
            """
            insert into grid.merge (id, from_record, into_record, merged_at)
            values (:id, :from, :into, now())""")
        .param("id", id)
        .param("from", from)
        .param("into", into)
        .update();
    jdbc.sql(POINT).update();
  }

  Pair undo(UUID merge) {
    Pair pair =
        jdbc.sql(
                """
                update grid.merge set undone_at = now() where id = :id and undone_at is null
                returning from_record, into_record""")
            .param("id", merge)
            .query((row, n) -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .optional()
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.CONFLICT, "MC-1304", "grid.refused.unmerge"));
    jdbc.sql(POINT).update();
    return pair;
  }
}
