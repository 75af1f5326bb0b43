package eu.metacluster.discovery.search;

import java.util.List;
import java.util.UUID;

/** Finds the records whose texts mean the like of a question. */
public interface Nearest {

  /** Knows of no meanings: words alone rank. */
  Nearest NONE =
      new Nearest() {
        @Override
        public List<UUID> of(String question, int most) {
          return List.of();
        }

        @Override
        public long generation() {
          return 0;
        }
      };

  /**
   * Ids of records, the nearest first; they may be of any state. Empty when nothing is near, or
   * while meanings are not ready: it never waits for them.
   */
  List<UUID> of(String question, int most);

  /** A number that grows when answers may have changed. */
  long generation();
}
