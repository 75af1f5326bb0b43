package eu.metacluster.grid;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which public records nobody has confirmed for a while. */
@Component
public class Aging {

  private final JdbcClient jdbc;

  Aging(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How fresh a record is. */
  public enum Freshness {
    ANY,
    /** Its time has run out, and it waits for the committee. */
    DUE,
    /** Its time runs out within a month, or has. */
    SOON
  }

  /**
   * A set of public records.
   *
   * @param kind null for all kinds
   * @param source one that states something about them, null for all
   * @param before confirmed by nobody since this day, null when that does not matter
   */
  public record Choice(
      @Nullable RecordKind kind,
      @Nullable Long source,
      Freshness freshness,
      @Nullable LocalDate before) {}

  /** Public records whose time runs out by this day, or has. */
  public List<UUID> dueBy(LocalDate day) {
    return jdbc.sql(
            """
            select r.id from grid.record r
            where r.merged_into is null and r.state in ('published', 'due')
              and r.revalidate_on <= :day
            order by r.revalidate_on, r.id""")
        .param("day", Date.valueOf(day))
        .query(UUID.class)
        .list();
  }

  /** The records of a choice, those that wait longest first. */
  public List<UUID> records(Choice choice) {
    RecordKind kind = choice.kind();
    LocalDate before = choice.before();
    return jdbc.sql(
            """
            select r.id from grid.record r
            where r.merged_into is null and r.state in ('published', 'due')
              and (cast(:kind as text) is null or r.kind = :kind)
              and (cast(:before as date) is null
                or coalesce(r.checked_on, r.published_at::date) < :before)
              and (:freshness = 'ANY' or r.state = 'due'
                or (:freshness = 'SOON' and r.revalidate_on < current_date + 31))
              and (cast(:source as bigint) is null or exists (
                select 1 from grid.sighting g
                join grid.record m on m.id = g.record
                where g.source = :source and coalesce(m.merged_into, m.id) = r.id))
            order by r.checked_on nulls first, r.id""")
        .param("kind", kind == null ? null : kind.word())
        .param("before", before == null ? null : Date.valueOf(before))
        .param("freshness", choice.freshness().name())
        .param("source", choice.source())
        .query(UUID.class)
        .list();
  }
}
