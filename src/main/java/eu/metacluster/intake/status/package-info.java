/** Where a submission stands, for whoever holds its link. */
@NullMarked
package eu.metacluster.intake.status;

import org.jspecify.annotations.NullMarked;
