/**
 * How good the proposals are, and how far the committee has come: precision by source, agreement of
 * model and committee and of two reviewers, what is probably still unread, and what reading would
 * have cost with the learner.
 */
@NullMarked
package eu.metacluster.screening.quality;

import org.jspecify.annotations.NullMarked;
