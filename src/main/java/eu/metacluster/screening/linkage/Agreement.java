package eu.metacluster.screening.linkage;

/**
 * One reason for or against a link.
 *
 * @param column the column that agrees or not, or one of the names in {@link LookAlikes} for what
 *     belongs to the row as a whole
 * @param likeness between 0 and 1; NaN for what is not a likeness
 * @param weight what it adds to the logarithm (base 2) of the odds; below 0 speaks against
 */
public record Agreement(String column, double likeness, double weight) {}
