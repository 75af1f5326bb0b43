package eu.metacluster.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the grid knew before a batch: read with a fixed number of queries. */
final class IntakeState {

  private final JdbcClient jdbc;

  IntakeState(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A source's name of a thing. */
  record Key(String kind, String key) {
    static Key of(Finding finding) {
      return new Key(finding.kind().word(), finding.key());
    }
  }

  /** A thing as the source saw it last. */
  record Sighting(long id, UUID record, byte[] digest, long firstRun) {}

  /** A participation that holds now. */
  record StatedPartner(long id, long sighting, UUID project, UUID organisation, String facts) {}

  Map<Key, Sighting> sightings(long source, List<Finding> batch) {
    Map<Key, Sighting> found = new HashMap<>();
    jdbc.sql(
            """
            select g.kind, g.key, g.id, g.record, g.digest, g.first_run
            from unnest(:kinds::text[], :keys::text[]) as wanted (kind, key)
            join grid.sighting g
              on g.source = :source and g.kind = wanted.kind and g.key = wanted.key""")
        .param("source", source)
        .param("kinds", batch.stream().map(f -> f.kind().word()).toArray(String[]::new))
        .param("keys", batch.stream().map(Finding::key).toArray(String[]::new))
        .query(
            (ResultSet row) -> {
              found.put(
                  new Key(row.getString(1), row.getString(2)),
                  new Sighting(
                      row.getLong(3),
                      row.getObject(4, UUID.class),
                      row.getBytes(5),
                      row.getLong(6)));
            });
    return found;
  }

  Map<Identifier, UUID> owners(Set<Identifier> identifiers) {
    Map<Identifier, UUID> found = new HashMap<>();
    jdbc.sql(
            """
            select i.scheme, i.value, i.record
            from unnest(:schemes::text[], :values::text[]) as wanted (scheme, value)
            join grid.identifier i on i.scheme = wanted.scheme and i.value = wanted.value
            order by i.record""")
        .param("schemes", identifiers.stream().map(i -> i.scheme().name()).toArray(String[]::new))
        .param("values", identifiers.stream().map(Identifier::value).toArray(String[]::new))
        .query(
            (ResultSet row) -> {
              found.putIfAbsent(ClaimRows.identifier(row, 0), row.getObject(3, UUID.class));
            });
    return found;
  }

  Map<UUID, List<StatedClaim>> claims(Collection<UUID> records) {
    Map<UUID, List<StatedClaim>> found = new HashMap<>();
    if (records.isEmpty()) {
      return found;
    }
    jdbc.sql(
            """
            select c.record, c.id, c.sighting, c.field, c.value, c.valid, s.precedence, c.retrieved_at
            from grid.claim c join grid.source s on s.id = c.source
            where c.record = any(:records) and c.ended_run is null""")
        .param("records", records.toArray(UUID[]::new))
        .query(
            (ResultSet row) -> {
              StatedClaim claim = claim(row);
              found.computeIfAbsent(claim.record(), r -> new ArrayList<>()).add(claim);
            });
    return found;
  }

  private static StatedClaim claim(ResultSet row) throws SQLException {
    return new StatedClaim(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getLong(3),
        Field.ofKey(row.getString(4)),
        row.getString(5),
        row.getString(6),
        row.getInt(7),
        GridRecordRows.instant(row, "retrieved_at", Instant.EPOCH));
  }

  Map<UUID, List<StatedPartner>> partners(Collection<UUID> projects) {
    Map<UUID, List<StatedPartner>> found = new HashMap<>();
    if (projects.isEmpty()) {
      return found;
    }
    jdbc.sql(
            """
            select p.id, p.sighting, p.project, p.organisation, p.role, p.contribution,
                   p.net_contribution, p.total_cost, p.country, p.nuts, p.from_date, p.to_date,
                   p.ended, p.position
            from grid.participation p where p.project = any(:projects) and p.ended_run is null""")
        .param("projects", projects.toArray(UUID[]::new))
        .query(
            (ResultSet row) -> {
              UUID project = row.getObject(3, UUID.class);
              found
                  .computeIfAbsent(project, r -> new ArrayList<>())
                  .add(
                      new StatedPartner(
                          row.getLong(1),
                          row.getLong(2),
                          project,
                          row.getObject(4, UUID.class),
                          PartnerFacts.of(row)));
            });
    return found;
  }

  /** Kind, state and successor of records, as far as intake needs them. */
  Map<UUID, Standing> standings(Collection<UUID> records) {
    Map<UUID, Standing> found = new HashMap<>();
    if (records.isEmpty()) {
      return found;
    }
    jdbc.sql(
            """
            select id, state, title, merged_into, published_through from grid.record
            where id = any(:ids)""")
        .param("ids", records.toArray(UUID[]::new))
        .query(
            (ResultSet row) -> {
              found.put(
                  row.getObject(1, UUID.class),
                  new Standing(
                      RecordState.ofWord(row.getString(2)),
                      row.getString(3),
                      row.getObject(4, UUID.class),
                      row.getString(5)));
            });
    return found;
  }

  record Standing(
      RecordState state, String title, @Nullable UUID mergedInto, @Nullable String through) {

    /** Whether a person decided on the record, which a rollback does not undo. */
    boolean decided() {
      return switch (state) {
        case AUTHORISED, DECLINED, RETURNED, ARCHIVED -> true;
        case PUBLISHED, DUE -> "decision".equals(through);
        case CANDIDATE, IN_REVIEW, WITHDRAWN -> false;
      };
    }
  }
}
