/**
 * The public face of the grid: search with facets, the map, and the pages of records and
 * organisations. It reads; it never writes the grid.
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
package eu.metacluster.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
