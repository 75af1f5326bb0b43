/**
 * What the formats of the network have in common: XML and JSON read thing by thing, text of HTML,
 * dates, languages, licences and names of works, so that each connector says only what is its own.
 */
@NullMarked
package eu.metacluster.harvest.wire;

import org.jspecify.annotations.NullMarked;
