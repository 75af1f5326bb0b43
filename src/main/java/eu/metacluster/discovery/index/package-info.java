/**
 * The search index of this node: Lucene in process, fed by the journal, rebuilt when thrown away.
 * {@link eu.metacluster.discovery.search.LuceneSearch} is the only way to ask it, and it never
 * shows what is not public.
 */
@NullMarked
package eu.metacluster.discovery.index;

import org.jspecify.annotations.NullMarked;
