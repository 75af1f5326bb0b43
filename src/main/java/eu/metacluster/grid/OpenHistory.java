package eu.metacluster.grid;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was stated of a record and when it came and ended, as far as it may be passed on. */
@Component
public class OpenHistory {

  private final JdbcClient jdbc;
  private final Records records;

  OpenHistory(JdbcClient jdbc, Records records) {
    this.jdbc = jdbc;
    this.records = records;
  }

  /**
   * That one takes part in another.
   *
   * @param other the organisation when asked of a project, and the project of an organisation
   * @param from when it was first stated
   * @param until when it was stated no longer, null while it is
   */
  public record Taking(GridRecord other, Instant from, @Nullable Instant until) {
    /** Whether it was stated at a moment. */
    public boolean at(Instant moment) {
      return !from.isAfter(moment) && (until == null || until.isAfter(moment));
    }
  }

  /** Current and ended claims about the record and those merged into it. */
  public List<ClaimView> claims(UUID record) {
    Set<Long> open =
        Set.copyOf(
            jdbc.sql("select id from grid.source where redistributable").query(Long.class).list());
    return records.claims(record).stream().filter(claim -> open.contains(claim.source())).toList();
  }

  /** Who takes or took part in the record, or in what it does or did. */
  public List<Taking> takings(GridRecord record) {
    boolean organisation = record.kind() == RecordKind.ORGANISATION;
    String own = organisation ? "p.organisation" : "p.project";
    String other = organisation ? "p.project" : "p.organisation";
    return jdbc.sql(
            "select "
                + GridRecordRows.COLUMNS
                + """
                , p.retrieved_at as taken_at, least(p.ended_at, p.denied_at) as left_at
                from grid.participation p join grid.source s on s.id = p.source and s.redistributable
                join grid.record o on o.id = """
                + " "
                + other
                + """
                 join grid.record r on r.id = coalesce(o.merged_into, o.id)
                where not p.ended and\s"""
                + own
                + """
                 = any(array(
                  select m.id from grid.record m where m.id = :id or m.merged_into = :id))
                order by p.retrieved_at, p.id""")
        .param("id", record.id())
        .query(
            (row, n) ->
                new Taking(
                    GridRecordRows.read(row, n),
                    GridRecordRows.instant(row, "taken_at", Instant.EPOCH),
                    GridRecordRows.instantOrNull(row, "left_at")))
        .list();
  }
}
