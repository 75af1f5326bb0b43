/**
 * Values as they stand on the web, made clean: texts out of HTML, links, dates and times, countries
 * and languages. Pages of many makers write them in many ways, and every connector that reads pages
 * should read them alike.
 */
@NullMarked
package eu.metacluster.harvest.values;

import org.jspecify.annotations.NullMarked;
