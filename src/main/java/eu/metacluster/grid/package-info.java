/**
 * The Live Grid: records made of claims. Nothing here overwrites a fact; what is shown is derived
 * from what the sources state, and a record is public only once somebody authorised it.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "platform",
      "platform :: web",
      "platform :: security",
      "journal"
    })
package eu.metacluster.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
