/**
 * Sources and the runs that read them: queued, resumed after a kill, tried out without writing,
 * taken back. Snapshots keep the bytes that claims were read from.
 */
@NullMarked
package eu.metacluster.harvest.runs;

import org.jspecify.annotations.NullMarked;
