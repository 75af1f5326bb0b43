package eu.metacluster.screening.linkage;

/** Rows that cannot be the same thing, whatever they look like. */
@FunctionalInterface
public interface Apart {

  /** Knows of no such rows. */
  Apart NONE = (one, other) -> false;

  /** Whether these two rows of one table are known to be different things. */
  boolean test(int one, int other);
}
