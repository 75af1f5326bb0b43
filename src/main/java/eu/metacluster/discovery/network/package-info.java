/**
 * Who works with whom: an organisation among its partners, with what it works on over the years,
 * and countries among each other.
 */
@NullMarked
package eu.metacluster.discovery.network;

import org.jspecify.annotations.NullMarked;
