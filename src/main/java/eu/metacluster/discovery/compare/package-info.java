/** Records or organisations side by side: what they have in common, and what differs. */
@NullMarked
package eu.metacluster.discovery.compare;

import org.jspecify.annotations.NullMarked;
