/**
 * Finds rows that speak of the same thing, and links mentions of organisations to a register of
 * them, without labels and with reasons.
 *
 * <p>Nobody labels pairs for each pair of sources, and a source moves values between its columns
 * without notice. So the engine learns from the rows themselves what agreement on each column is
 * worth (Fellegi and Sunter's weights, by expectation and maximisation), compares whole rows as
 * well as columns, and knows that sources free of duplicates allow one partner per row. It proposes
 * and explains; what it is unsure of is left to a person. Pure computation: neither Spring nor SQL.
 */
@NullMarked
package eu.metacluster.screening.linkage;

import org.jspecify.annotations.NullMarked;
