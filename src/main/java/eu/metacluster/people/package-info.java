/**
 * Accounts and how people prove who they are: one-time links, sessions, roles. No password exists
 * anywhere.
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
package eu.metacluster.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
