/**
 * What the committee works with: the scope model that ranks candidates, the cases, the queue, the
 * decisions and who took them.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "platform",
      "platform :: model",
      "platform :: web",
      "platform :: security",
      "journal",
      "people",
      "people :: notices",
      "people :: privacy",
      "membership",
      "grid"
    })
package eu.metacluster.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
