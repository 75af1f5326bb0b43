package eu.metacluster.screening.review;

import java.util.List;

/**
 * A sentence that made the score.
 *
 * @param strength 1 for the one that spoke most, 2 and 3 for the next
 * @param share its part of what the shown sentences gave, 0 to 1
 * @param terms its strongest words, as written
 */
public record Proof(int strength, String sentence, double share, List<String> terms) {}
