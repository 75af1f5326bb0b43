/**
 * Where claims come from: sources, the runs that read them, the snapshots that prove them, and one
 * connector per kind of source.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "platform",
      "platform :: model",
      "platform :: web",
      "platform :: model",
      "platform :: security",
      "journal",
      "people",
      "people :: notices",
      "grid"
    })
package eu.metacluster.harvest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
