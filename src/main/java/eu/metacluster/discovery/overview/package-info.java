/** The grid at a glance: figures and charts, each of which leads to exactly what it counts. */
@NullMarked
package eu.metacluster.discovery.overview;

import org.jspecify.annotations.NullMarked;
