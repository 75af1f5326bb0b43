/**
 * The page of one case: its text with the sentences that decided the proposal, its look-alikes, and
 * the forms by which a reviewer votes.
 */
@NullMarked
package eu.metacluster.screening.review;

import org.jspecify.annotations.NullMarked;
