/**
 * Everything public as open data: one set of items, kept by a follower of the journal, and the
 * roads by which anybody takes it along. Every road reads the items, so that all give the same.
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
      "people :: privacy",
      "grid",
      "harvest",
      "discovery :: map",
      "discovery :: search"
    })
package eu.metacluster.opendata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
