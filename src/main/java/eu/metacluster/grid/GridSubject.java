package eu.metacluster.grid;

import java.util.Optional;

/**
 * What the grid is about, for pages that say so. Whoever keeps the scope answers; by the built-in
 * scope the grid speaks of precision medicine in cancer and its codebook, by a described one of
 * what the partnership wrote.
 */
@FunctionalInterface
public interface GridSubject {

  /** The name of the scope that the partnership described; empty while the built-in one counts. */
  Optional<String> described();
}
