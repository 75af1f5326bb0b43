/**
 * Reads repositories that speak OAI-PMH 2.0, whatever they hold: first everything, then what has
 * changed since, with the deletions.
 */
@NullMarked
package eu.metacluster.harvest.oai;

import org.jspecify.annotations.NullMarked;
