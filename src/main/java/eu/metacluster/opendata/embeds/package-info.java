/** Pieces of the public grid for other people's sites: a list, a map or figures of any search. */
@NullMarked
package eu.metacluster.opendata.embeds;

import org.jspecify.annotations.NullMarked;
