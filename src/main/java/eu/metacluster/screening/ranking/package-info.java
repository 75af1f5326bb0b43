/**
 * The order of the queue, learned anew from each decision: what the fitted model finds and what the
 * committee's own decisions teach, each with as much say as it has been right, with some cases of
 * which the model is unsure, a small random sample, and what is due soon.
 */
@NullMarked
package eu.metacluster.screening.ranking;

import org.jspecify.annotations.NullMarked;
