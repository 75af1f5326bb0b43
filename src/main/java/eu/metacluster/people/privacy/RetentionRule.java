package eu.metacluster.people.privacy;

import java.time.Instant;

/**
 * How long one kind of data is kept; a module contributes it as a bean. The bundles say what it is
 * under {@code <key>.name}. The setting {@code metacluster.retention.<key>} replaces the usual
 * days.
 */
public interface RetentionRule {

  /** Begins with the module's name. */
  String key();

  /** Days that the data is kept when nothing else is set. */
  int usualDays();

  /** How many things are older than this and would go. */
  int due(Instant before);

  /** Removes what is older than this, in the running transaction; answers how many. */
  int apply(Instant before);
}
