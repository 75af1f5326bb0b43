/** The pages that everybody sees: home, the lists, the map, and each record. */
@NullMarked
package eu.metacluster.discovery.pages;

import org.jspecify.annotations.NullMarked;
