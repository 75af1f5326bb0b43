/**
 * The one way out to the network: addresses filtered when they are connected to, robots.txt, a turn
 * at each host over all sources and nodes, limits of time and size, and a line for each way in
 * which a server can fail.
 */
@NullMarked
package eu.metacluster.harvest.fetch;

import org.jspecify.annotations.NullMarked;
