/** The map: where the found records happen, drawn on the server. */
@NullMarked
package eu.metacluster.discovery.map;

import org.jspecify.annotations.NullMarked;
