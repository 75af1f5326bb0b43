/** The overview as visitors see it. */
@NullMarked
package eu.metacluster.discovery.overview;

import org.jspecify.annotations.NullMarked;
