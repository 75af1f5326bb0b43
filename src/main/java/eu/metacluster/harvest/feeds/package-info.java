/**
 * Reads news feeds (RSS 0.9 to 2.0, Atom) and the posts of WordPress sites. Feeds are the one kind
 * of source that nearly every institute has, and hardly one is written as its format says, so they
 * are read leniently and as a stream; what falls out of a feed's end is old, not gone.
 */
@NullMarked
package eu.metacluster.harvest.feeds;

import org.jspecify.annotations.NullMarked;
