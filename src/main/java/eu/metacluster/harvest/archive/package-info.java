/**
 * Opens folders, files and archives that strangers made, member by member, and trusts none of their
 * numbers: no path leads out, nothing unpacks without end, what is cut off ends with a line.
 */
@NullMarked
package eu.metacluster.harvest.archive;

import org.jspecify.annotations.NullMarked;
