/** The owner's permission, without which nothing that a person wrote is shown. */
@NullMarked
package eu.metacluster.intake.permission;

import org.jspecify.annotations.NullMarked;
