package eu.metacluster.discovery.index;

import java.io.IOException;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** One view of the index at one moment, with what counting facets needs. */
final class FacetSearcher extends IndexSearcher {

  private final @Nullable SortedSetDocValuesReaderState facets;

  FacetSearcher(IndexReader reader) throws IOException {
    super(reader);
    setSimilarity(new BM25Similarity(1.2f, 0.5f));
    boolean none = MultiDocValues.getSortedSetValues(reader, "$facets") == null;
    facets = none ? null : new DefaultSortedSetDocValuesReaderState(reader, IndexFields.FACETS);
  }

  /** Null when the index is empty. */
  @Nullable SortedSetDocValuesReaderState facets() {
    return facets;
  }
}
