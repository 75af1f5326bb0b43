/** An organisation among its partners: with whom it works, and on what over the years. */
@NullMarked
package eu.metacluster.discovery.network;

import org.jspecify.annotations.NullMarked;
