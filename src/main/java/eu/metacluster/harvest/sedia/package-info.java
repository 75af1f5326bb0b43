/**
 * Reads the topics of the Funding & Tenders portal: from its search interface, from the details of
 * a single topic, and from files that others saved of either. Whatever the form, the same topic has
 * the same key, so that what changes over time shows as claims that differ.
 */
@NullMarked
package eu.metacluster.harvest.sedia;

import org.jspecify.annotations.NullMarked;
