/**
 * Following a record, an organisation or a search: what was told of it last is kept, a digest says
 * what is different since, and one click ends it. Feeds say the same to whoever asks.
 */
@NullMarked
package eu.metacluster.discovery.following;

import org.jspecify.annotations.NullMarked;
