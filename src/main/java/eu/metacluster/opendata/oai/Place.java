package eu.metacluster.opendata.oai;

import java.util.UUID;

/**
 * How far a list has been read.
 *
 * @param stamp when the last record given was changed, microseconds since 1970
 * @param record its id
 * @param given how many records were given before
 * @param size how many there were when the list began
 */
record Place(long stamp, UUID record, long given, long size) {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** The beginning of a list. */
  static Place start(long from, long size) {
    return new Place(from, BEFORE_ALL, 0, size);
  }
}
