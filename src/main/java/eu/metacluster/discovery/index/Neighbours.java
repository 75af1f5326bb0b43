package eu.metacluster.discovery.index;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordDocument.PartnerLine;
import eu.metacluster.grid.RecordKind;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows whose documents repeat something of a record: a project's repeats the names and points of
 * its organisations, an organisation's counts its public projects. When that something changes, the
 * neighbours are written again.
 */
final class Neighbours {

  private Neighbours() {}

  /** A number that changes when neighbours must be written again; 0 when they repeat nothing. */
  static long trace(RecordDocument document) {
    return trace(document.record(), document.partners());
  }

  /** The same of a record of which only a part is told to everybody, or nothing. */
  static long trace(RecordDocument document, @Nullable RecordDocument told) {
    return 31 * trace(document) + (told == null ? 1 : 2 + trace(told));
  }

  private static long trace(GridRecord r, List<PartnerLine> lines) {
    if (r.kind() == RecordKind.ORGANISATION) {
      return mix(
          Objects.hash(r.title(), r.country(), r.handle()),
          Objects.hash(r.latitude(), r.longitude(), 1));
    }
    if (r.kind() != RecordKind.PROJECT || !r.state().isPublic()) {
      return 0;
    }
    List<UUID> partners = lines.stream().map(PartnerLine::other).toList();
    return mix(
        Objects.hash(r.label(), r.programmes(), r.framework(), partners),
        Objects.hash(r.pillars(), r.technologies(), r.cancers(), 1));
  }

  private static long mix(int high, int low) {
    return ((long) high << 32) ^ (low & 0xFFFF_FFFFL);
  }

  /** What a record that is not public leaves behind: it needs nothing of its partners. */
  static long hiddenTrace(GridRecord record) {
    return trace(record, List.of());
  }

  /** Whether others repeat something of a record that is not public and has changed. */
  static boolean touchedByHidden(GridRecord record, Previous before) {
    return before.found() && hiddenTrace(record) != before.trace();
  }

  /**
   * Who else must be written again after this record has been.
   *
   * @param now its trace
   */
  static Set<UUID> of(RecordDocument document, long now, Previous before) {
    boolean known = before.found() || document.record().kind() == RecordKind.PROJECT;
    if (!known || now == before.trace()) {
      return Set.of();
    }
    Set<UUID> neighbours = new HashSet<>(before.partners());
    document.partners().forEach(partner -> neighbours.add(partner.other()));
    neighbours.remove(document.record().id());
    return neighbours;
  }

  /**
   * What the index held of a record.
   *
   * @param found whether it held anything
   * @param partners organisations of a project
   */
  record Previous(boolean found, long trace, Set<UUID> partners) {
    static final Previous NOTHING = new Previous(false, 0, Set.of());
  }
}
