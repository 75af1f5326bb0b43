/**
 * What the committee owes the public and itself: the criteria and how they are used, the history of
 * decisions, and the settings of a coordinator.
 */
@NullMarked
package eu.metacluster.screening.rules;

import org.jspecify.annotations.NullMarked;
