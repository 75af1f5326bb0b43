/**
 * The ground the modules stand on: the embedded database and its recovery, the web shell (layout,
 * languages, theme, error pages), security defaults, mail and long work. It knows no word of the
 * partnership.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package eu.metacluster.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
