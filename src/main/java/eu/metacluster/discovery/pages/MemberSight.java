package eu.metacluster.discovery.pages;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Records;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.GridSight;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Joins a member with the grid's public record of the same organisation, by ROR or else PIC. */
@Component
class MemberSight implements GridSight {

  private final Records records;

  MemberSight(Records records) {
    this.records = records;
  }

  @Override
  public Optional<Sight> of(Entity entity) {
    return find(Identifier.Scheme.ROR, entity.ror())
        .or(() -> find(Identifier.Scheme.PIC, entity.pic()))
        .map(
            record ->
                new Sight(
                    record.title(), record.path(), records.projectsOf(record.id(), true).size()));
  }

  private Optional<GridRecord> find(Identifier.Scheme scheme, @Nullable String value) {
    return value == null
        ? Optional.empty()
        : records.find(Identifier.of(scheme, value)).filter(record -> record.state().isPublic());
  }
}
