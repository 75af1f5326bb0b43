/**
 * Puts a changed scope to use: fits it to what waits, scores the open cases again in the
 * background, and shows beforehand what it would put first.
 */
@NullMarked
package eu.metacluster.screening.rescoring;

import org.jspecify.annotations.NullMarked;
