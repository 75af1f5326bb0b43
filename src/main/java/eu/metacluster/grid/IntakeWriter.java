package eu.metacluster.grid;

import eu.metacluster.platform.CopyRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Carries a plan out: bulk rows by COPY, endings and renewals by one statement each. */
final class IntakeWriter {

  private final NamedParameterJdbcTemplate jdbc;
  private final Origin origin;
  private final LongSupplier numbers;
  private final Instant now = Instant.now();
  private final Instant retrievedAt;

  IntakeWriter(NamedParameterJdbcTemplate jdbc, Origin origin, LongSupplier numbers) {
    this.jdbc = jdbc;
    this.origin = origin;
    this.numbers = numbers;
    this.retrievedAt = origin.retrievedAt();
  }

  void write(IntakePlan plan, Map<UUID, IntakeState.Standing> standings) {
    openRecords(plan);
    renewRecords(plan, standings);
    writeIdentifiers(plan);
    writeSightings(plan);
    writeClaims(plan);
    writePartners(plan);
    end(
        "grid.claim",
        "record",
        plan.endedClaims.stream().map(StatedClaim::record).toList(),
        plan.endedClaims.stream().map(StatedClaim::id).toList());
    end(
        "grid.participation",
        "project",
        plan.endedPartners.stream().map(IntakeState.StatedPartner::project).toList(),
        plan.endedPartners.stream().map(IntakeState.StatedPartner::id).toList());
    confirm(plan.confirmed.stream().map(IntakeState.Sighting::id).toList());
  }

  private void openRecords(IntakePlan plan) {
    CopyRows rows = new CopyRows();
    Map<UUID, String> handles = new Handles(jdbc).of(plan);
    for (IntakePlan.Opening opening : plan.openings.values()) {
      ShownValues shown = ShownValues.of(plan.holding.getOrDefault(opening.id(), List.of()));
      String title = shown.title(opening.name());
      rows.add(opening.id())
          .add(opening.kind().word())
          .add(handles.get(opening.id()))
          .add(RecordState.CANDIDATE.word())
          .add(now)
          .add(now);
      RecordColumns.copy(rows, shown, title);
    }
    rows.into(operations(), RecordColumns.COPY);
  }

  private void renewRecords(IntakePlan plan, Map<UUID, IntakeState.Standing> standings) {
    List<SqlParameterSource> updates = new ArrayList<>();
    standings.forEach(
        (record, standing) -> {
          ShownValues shown = ShownValues.of(plan.holding.getOrDefault(record, List.of()));
          updates.add(
              RecordColumns.parameters(record, shown, shown.title(standing.title()))
                  .addValue("changed_at", Timestamp.from(now)));
        });
    if (!updates.isEmpty()) {
      jdbc.batchUpdate(RecordColumns.UPDATE, updates.toArray(SqlParameterSource[]::new));
    }
  }

  private void writeIdentifiers(IntakePlan plan) {
    Set<UUID> opened = new HashSet<>();
    CopyRows rows = new CopyRows();
    plan.openings.forEach(
        (id, opening) -> {
          Set<Identifier> all = new HashSet<>(opening.identifiers());
          all.addAll(plan.identifiers.getOrDefault(id, List.of()));
          for (Identifier identifier : all) {
            opened.add(id);
            rows.add(identifier.scheme().name()).add(identifier.value()).add(id).end();
          }
        });
    rows.into(operations(), "grid.identifier (scheme, value, record)");
    List<SqlParameterSource> more = new ArrayList<>();
    plan.identifiers.forEach(
        (id, identifiers) -> {
          if (!opened.contains(id)) {
            identifiers.forEach(identifier -> more.add(identifier(id, identifier)));
          }
        });
    jdbc.batchUpdate(
        """
        insert into grid.identifier (scheme, value, record) values (:scheme, :value, :record)
        on conflict do nothing""",
        more.toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource identifier(UUID record, Identifier identifier) {
    return new MapSqlParameterSource("record", record)
        .addValue("scheme", identifier.scheme().name())
        .addValue("value", identifier.value());
  }

  private void writeSightings(IntakePlan plan) {
    CopyRows rows = new CopyRows();
    List<SqlParameterSource> renewed = new ArrayList<>();
    for (IntakePlan.Seen seen : plan.seen) {
      if (seen.known() == null) {
        rows.add(seen.id())
            .add(origin.source())
            .add(seen.finding().kind().word())
            .add(seen.finding().key())
            .add(seen.record())
            .add(seen.finding().digest())
            .add(origin.run())
            .add(origin.run())
            .add(origin.run())
            .add(retrievedAt)
            .end();
      } else {
        renewed.add(
            new MapSqlParameterSource("id", seen.id())
                .addValue("digest", seen.finding().digest())
                .addValue("run", origin.run())
                .addValue("at", Timestamp.from(origin.retrievedAt())));
      }
    }
    rows.into(
        operations(),
        "grid.sighting (id, source, kind, key, record, digest, first_run, changed_run, last_run, last_confirmed)");
    jdbc.batchUpdate(
        """
        update grid.sighting set digest = :digest, changed_run = :run, last_run = :run, gone_run = null, gone_at = null,
          last_confirmed = :at where id = :id""",
        renewed.toArray(SqlParameterSource[]::new));
  }

  private void writeClaims(IntakePlan plan) {
    CopyRows rows = new CopyRows();
    for (IntakePlan.NewClaim claim : plan.claims) {
      rows.add(claim.record())
          .add(claim.id())
          .add(claim.sighting())
          .add(origin.source())
          .add(claim.fact().field().key())
          .add(claim.fact().value())
          .add(claim.fact().evidence())
          .add(Validity.text(claim.fact().valid()));
      place(rows, claim.at());
      rows.end();
    }
    rows.into(
        operations(),
        "grid.claim (record, id, sighting, source, field, value, evidence, valid, snapshot, at_offset, at_length, retrieved_at, run)");
  }

  private void writePartners(IntakePlan plan) {
    CopyRows rows = new CopyRows();
    for (IntakePlan.NewPartner line : plan.partners) {
      Finding.Partner partner = line.partner();
      rows.add(line.project())
          .add(numbers.getAsLong())
          .add(line.sighting())
          .add(origin.source())
          .add(line.organisation())
          .add(partner.role())
          .add(partner.contribution())
          .add(partner.net())
          .add(partner.totalCost())
          .add(partner.country())
          .add(partner.nuts())
          .add(partner.from())
          .add(partner.to())
          .add(partner.ended())
          .add(partner.position());
      place(rows, partner.at());
      rows.end();
    }
    rows.into(
        operations(),
        "grid.participation (project, id, sighting, source, organisation, role, contribution, net_contribution, total_cost, country, nuts, from_date, to_date, ended, position, snapshot, at_offset, at_length, retrieved_at, run)");
  }

  private void place(CopyRows rows, Finding.Locator at) {
    rows.add(at.snapshot()).add(at.offset()).add(at.length()).add(retrievedAt).add(origin.run());
  }

  private void end(String table, String owner, List<UUID> owners, List<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        update %s as t set ended_run = :run, ended_at = :at
        from unnest(:owners::uuid[], :ids::bigint[]) as gone (owner, id)
        where t.%s = gone.owner and t.id = gone.id"""
            .formatted(table, owner),
        Map.of(
            "run", origin.run(),
            "at", Timestamp.from(origin.retrievedAt()),
            "owners", owners.toArray(UUID[]::new),
            "ids", ids.toArray(Long[]::new)));
  }

  private void confirm(List<Long> sightings) {
    if (sightings.isEmpty()) {
      return;
    }
    jdbc.update(
        "update grid.sighting set last_run = :run, last_confirmed = :at, gone_run = null, gone_at = null where id = any(:ids)",
        Map.of(
            "run", origin.run(),
            "at", Timestamp.from(origin.retrievedAt()),
            "ids", sightings.toArray(Long[]::new)));
  }

  private JdbcOperations operations() {
    return jdbc.getJdbcOperations();
  }
}
