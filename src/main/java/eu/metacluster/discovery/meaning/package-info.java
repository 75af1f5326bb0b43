/**
 * What the texts of public records mean, as vectors of this node: a follower of the journal notes
 * what has changed, and a thread makes the vectors while nobody imports and few people ask. All of
 * it can be thrown away; until it is there again, words alone rank.
 */
@NullMarked
package eu.metacluster.discovery.meaning;

import org.jspecify.annotations.NullMarked;
