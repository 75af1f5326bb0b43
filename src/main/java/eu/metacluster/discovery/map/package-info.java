/** The map: where the found records happen, drawn on the server. */
@NullMarked
@NamedInterface("map")
package eu.metacluster.discovery.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
