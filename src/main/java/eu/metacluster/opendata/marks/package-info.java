/** What search engines, reference managers and other programs read in a record's page. */
@NullMarked
package eu.metacluster.opendata.marks;

import org.jspecify.annotations.NullMarked;
