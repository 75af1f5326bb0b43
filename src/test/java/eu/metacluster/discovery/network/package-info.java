/** Tests of the networks of organisations. */
@NullMarked
package eu.metacluster.discovery.network;

import org.jspecify.annotations.NullMarked;
