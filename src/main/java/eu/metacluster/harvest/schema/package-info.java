/**
 * What pages say about things in the words of schema.org, whether as JSON-LD or as microdata, and
 * which facts of the grid that makes. Pages write both with mistakes; one broken block costs that
 * block and no more.
 */
@NullMarked
package eu.metacluster.harvest.schema;

import org.jspecify.annotations.NullMarked;
