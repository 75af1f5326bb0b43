/**
 * The append-only, hash-chained list of everything that happened, and the followers that read it.
 * It is the one place where the past is kept; every view of the product can be rebuilt from it.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"shared", "platform", "platform :: web", "platform :: security"})
package eu.metacluster.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
