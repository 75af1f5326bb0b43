/**
 * Reads publications from the indexes of the literature: Europe PMC, PubMed and Crossref. What they
 * state comes out the same way, so that one work found in all three is one record.
 */
@NullMarked
package eu.metacluster.harvest.literature;

import org.jspecify.annotations.NullMarked;
