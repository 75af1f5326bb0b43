package eu.metacluster.discovery.search;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.shared.Refusal;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records as visitors may ask for them: what is not public does not exist. */
@Component
public class PublicRecords {

  private final Records records;

  PublicRecords(Records records) {
    this.records = records;
  }

  /**
   * The public record with a handle, or the one it was merged into.
   *
   * @throws Refusal when there is none
   */
  public GridRecord get(RecordKind kind, String handle) {
    return shown(records.find(kind, handle));
  }

  /**
   * The public record at an address of this site, such as {@code /projects/a-handle}.
   *
   * @throws Refusal when there is none
   */
  public GridRecord at(String path) {
    String[] parts = path.split("/", -1);
    return shown(
        parts.length != 3
            ? Optional.empty()
            : Arrays.stream(RecordKind.values())
                .filter(kind -> kind.path().equals(parts[1]))
                .findFirst()
                .flatMap(kind -> records.find(kind, parts[2])));
  }

  private static GridRecord shown(Optional<GridRecord> found) {
    return found.filter(one -> one.state().isPublic()).orElseThrow(PublicRecords::unknown);
  }

  /** Says that there is no such record, or none that a visitor may see. */
  public static Refusal unknown() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1601", "discovery.refused.noRecord");
  }
}
