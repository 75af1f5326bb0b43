/** The catalogue of the open data in DCAT-AP, for data portals to harvest, and its quality. */
@NullMarked
package eu.metacluster.opendata.catalogue;

import org.jspecify.annotations.NullMarked;
