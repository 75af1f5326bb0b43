/** The public interface for programs: what it answers, its contract, its limits. */
@NullMarked
package eu.metacluster.opendata.api;

import org.jspecify.annotations.NullMarked;
