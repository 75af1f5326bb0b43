/** Tests of the map, and the converter that made its shapes. */
@NullMarked
package eu.metacluster.discovery.map;

import org.jspecify.annotations.NullMarked;
