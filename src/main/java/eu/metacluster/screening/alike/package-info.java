/**
 * Records that are probably the same thing: found in the background by the linkage, shown with
 * their reasons, and answered by a person. Nothing merges by itself.
 */
@NullMarked
package eu.metacluster.screening.alike;

import org.jspecify.annotations.NullMarked;
