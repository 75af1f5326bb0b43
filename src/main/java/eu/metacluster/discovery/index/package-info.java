/**
 * The search index, fed by the journal, rebuilt when thrown away. An {@link
 * eu.metacluster.discovery.index.Engine} keeps it: Lucene in this process, or OpenSearch on a
 * server when one is named. {@link eu.metacluster.discovery.index.IndexSearch} is the only way to
 * ask it, and it never shows what is not public.
 */
@NullMarked
package eu.metacluster.discovery.index;

import org.jspecify.annotations.NullMarked;
