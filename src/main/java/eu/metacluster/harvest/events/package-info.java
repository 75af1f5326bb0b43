/**
 * Reads events and courses from where they are announced: pages with schema.org, iCalendar files,
 * Indico, Eventbrite, and calendars in JSON. Each system writes time and place in its own way; the
 * grid gets them in one.
 */
@NullMarked
package eu.metacluster.harvest.events;

import org.jspecify.annotations.NullMarked;
