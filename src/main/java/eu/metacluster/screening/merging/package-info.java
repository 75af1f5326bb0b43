/**
 * Two records that are one thing: merged by a person, and taken apart again when that was wrong.
 */
@NullMarked
package eu.metacluster.screening.merging;

import org.jspecify.annotations.NullMarked;
