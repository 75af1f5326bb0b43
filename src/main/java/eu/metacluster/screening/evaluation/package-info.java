/**
 * Tools that fit the models of this module and measure them on labelled files, with neither server
 * nor database, so that anybody can check what the product claims of itself. What each prints, and
 * the figures on public sets, is in docs/evaluation.md.
 */
@NullMarked
package eu.metacluster.screening.evaluation;

import org.jspecify.annotations.NullMarked;
