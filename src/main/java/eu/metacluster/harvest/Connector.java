package eu.metacluster.harvest;

import java.util.List;

/**
 * Reads one kind of source into findings. A connector knows a format and nothing of the grid's
 * state; it never fails because of one bad row, and holds no more in memory than it must.
 */
public sealed interface Connector permits FileConnector, WebConnector {

  /** Its name in the database and in message keys, such as {@code cordis-csv}. */
  String id();

  /** Changes whenever the same payload would give other findings than before. */
  int version();

  /** Under which terms its sources are usually read; a source may have others. */
  Terms terms();

  /** What a person may set for a source of this kind. */
  default List<Setting> settings() {
    return List.of();
  }

  /**
   * Whether it reads a register of what there is in the world. Of such a source only what the grid
   * knows already is taken in.
   */
  default boolean reference() {
    return false;
  }

  /**
   * Terms of use.
   *
   * @param licence SPDX identifier of the licence of the data, empty when it is not known
   * @param attribution the line that the licence asks for, empty when none
   * @param page where the terms stand, empty when it is not known
   */
  record Terms(String licence, String attribution, String page) {

    /** Facts only, of pages whose terms nobody has written down for machines. */
    public static final Terms UNKNOWN = new Terms("", "", "");
  }

  /**
   * One thing to set. Its label and help are in the bundles under {@code
   * harvest.setting.<connector>.<name>} and {@code ….help}.
   *
   * @param name key in {@link Remote#setting}
   * @param type how it is asked for
   * @param usual what holds when nothing is set
   */
  record Setting(String name, Type type, String usual) {
    /** How a setting is asked for. */
    public enum Type {
      LINE,
      NUMBER,
      TEXT,
      /** A bearer token (RFC 6750): sent to the source's own host alone, and never shown again. */
      SECRET
    }
  }
}
