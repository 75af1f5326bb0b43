/**
 * Which organisations belong to the partnership, since when and as what: applications, checklist,
 * signed agreements, standing by date, names by date, and who administers each of them.
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
      "people :: privacy"
    })
package eu.metacluster.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
