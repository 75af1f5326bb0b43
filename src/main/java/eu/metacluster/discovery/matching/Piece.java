package eu.metacluster.discovery.matching;

/**
 * Something that is compared by its text.
 *
 * @param id whatever tells it from the others
 * @param title counts twice
 * @param text may be empty
 */
public record Piece(String id, String title, String text) {

  /** So many signs are little more than a title. */
  private static final int BRIEF = 300;

  /** Whether there is little to read in it. */
  boolean brief() {
    return title.length() + text.length() <= BRIEF;
  }
}
