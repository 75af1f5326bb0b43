/**
 * Values that every module speaks: identifiers of things, countries, refusals. Nothing here knows
 * Spring or the database, so that it can never grow into a second home for behaviour.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package eu.metacluster.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
