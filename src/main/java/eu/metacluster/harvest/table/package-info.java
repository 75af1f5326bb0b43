/**
 * Reads a table of one's own, as CSV or as a spreadsheet: what its columns are is guessed from
 * their names and values, shown, corrected by a person and kept, since no two organisations name
 * them alike.
 */
@NullMarked
package eu.metacluster.harvest.table;

import org.jspecify.annotations.NullMarked;
