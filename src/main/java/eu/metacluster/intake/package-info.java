/**
 * What people give to the grid: the form, the way of a submission from receipt to answer, the
 * owner's permission, the mailbox. It makes candidates of what it receives; the committee decides
 * on them as on all others.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "platform",
      "platform :: web",
      "platform :: security",
      "journal",
      "people",
      "people :: notices",
      "people :: privacy",
      "membership",
      "grid",
      "harvest",
      "screening :: cases",
      "screening :: clock",
      "screening :: deciding",
      "discovery",
      "discovery :: search"
    })
package eu.metacluster.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
