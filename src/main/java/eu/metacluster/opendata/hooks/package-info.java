/** Telling other systems that something changed: signed, repeated, and visible. */
@NullMarked
package eu.metacluster.opendata.hooks;

import org.jspecify.annotations.NullMarked;
