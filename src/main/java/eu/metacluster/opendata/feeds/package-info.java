/** What readers, calendars and search engines come back for: feeds, dates, sitemaps. */
@NullMarked
package eu.metacluster.opendata.feeds;

import org.jspecify.annotations.NullMarked;
