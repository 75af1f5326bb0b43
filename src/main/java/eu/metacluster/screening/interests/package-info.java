/** Interests that keep a reviewer off a case: the own organisation, and what was declared. */
@NullMarked
package eu.metacluster.screening.interests;

import org.jspecify.annotations.NullMarked;
