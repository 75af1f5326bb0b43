package eu.metacluster.screening.review;

/**
 * A piece of a text.
 *
 * @param strength 0 plain; 1 the sentence that spoke most for it, 2 and 3 the next
 */
public record Piece(String text, int strength) {}
