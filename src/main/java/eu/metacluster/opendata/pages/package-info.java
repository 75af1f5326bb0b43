/** The pages that say how to use open data. */
@NullMarked
package eu.metacluster.opendata.pages;

import org.jspecify.annotations.NullMarked;
