/**
 * Regions as areas on the map, from files that an administrator loads: the boundaries of Eurostat,
 * whose licence does not let them come with the product, and how many people live where.
 */
@NullMarked
package eu.metacluster.discovery.areas;

import org.jspecify.annotations.NullMarked;
