/** Topics: what exists for a part of the pathway, a technology or a cancer, and what is missing. */
@NullMarked
package eu.metacluster.discovery.topics;

import org.jspecify.annotations.NullMarked;
