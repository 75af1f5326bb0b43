/**
 * Summaries in plain words that a language model drafts on request, at an address that the
 * administrator names. Off unless one is named; nothing waits for it; nothing of it is shown before
 * a member of the committee has read it.
 */
@NullMarked
package eu.metacluster.discovery.plain;

import org.jspecify.annotations.NullMarked;
