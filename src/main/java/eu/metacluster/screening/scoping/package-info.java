/**
 * The scope in force: the one that ships with the software, ranked by its fitted model, or one that
 * the partnership describes in its own words. Whoever scores a text asks here by what.
 */
@NullMarked
package eu.metacluster.screening.scoping;

import org.jspecify.annotations.NullMarked;
