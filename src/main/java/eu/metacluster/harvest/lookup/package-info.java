/** Asks registers about one thing by its name, for a person who fills a form. */
@NullMarked
package eu.metacluster.harvest.lookup;

import org.jspecify.annotations.NullMarked;
