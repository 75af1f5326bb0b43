package eu.metacluster.discovery.following;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import java.util.Arrays;
import java.util.Optional;

/** Finds records by their addresses on this site. */
final class Paths {

  private Paths() {}

  /** The record at a path such as {@code /projects/a-handle}, whatever its state. */
  static Optional<GridRecord> record(Records records, String path) {
    String[] parts = path.split("/", -1);
    return parts.length != 3
        ? Optional.empty()
        : Arrays.stream(RecordKind.values())
            .filter(kind -> kind.path().equals(parts[1]))
            .findFirst()
            .flatMap(kind -> records.find(kind, parts[2]));
  }
}
