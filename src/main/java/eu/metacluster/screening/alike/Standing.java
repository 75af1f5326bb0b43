package eu.metacluster.screening.alike;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordState;
import org.jspecify.annotations.Nullable;

/** Whether it matters that two records are the same. */
final class Standing {

  private Standing() {}

  /** Whether the record is there at all: not merged and not withdrawn. */
  static boolean present(@Nullable GridRecord record) {
    return record != null && record.mergedInto() == null && record.state() != RecordState.WITHDRAWN;
  }

  /** Whether the committee has put it aside. */
  static boolean settled(GridRecord record) {
    return record.state() == RecordState.DECLINED;
  }

  /** Whether somebody should be asked about the two. */
  static boolean matters(@Nullable GridRecord one, @Nullable GridRecord other) {
    return one != null
        && other != null
        && present(one)
        && present(other)
        && !(settled(one) && settled(other));
  }
}
