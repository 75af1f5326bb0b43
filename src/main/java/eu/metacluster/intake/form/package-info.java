/** The form with which anybody proposes something for the grid, or says what is wrong on it. */
@NullMarked
package eu.metacluster.intake.form;

import org.jspecify.annotations.NullMarked;
