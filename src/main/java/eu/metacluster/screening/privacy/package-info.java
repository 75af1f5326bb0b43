/** What the committee's work holds about the people who do it, and about those who answered it. */
@NullMarked
package eu.metacluster.screening.privacy;

import org.jspecify.annotations.NullMarked;
