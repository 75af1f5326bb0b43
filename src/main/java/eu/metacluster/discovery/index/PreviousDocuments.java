package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Neighbours.Previous;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Looks up what the index in this process holds of records before they are written again. */
final class PreviousDocuments {

  private PreviousDocuments() {}

  static Map<UUID, Previous> of(FacetSearcher searcher, Collection<UUID> ids) throws IOException {
    Map<UUID, Previous> found = new HashMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      in(leaf.reader(), ids, found);
    }
    return found;
  }

  private static void in(LeafReader reader, Collection<UUID> ids, Map<UUID, Previous> found)
      throws IOException {
    Terms terms = reader.terms(IndexFields.ID);
    if (terms == null) {
      return;
    }
    TermsEnum each = terms.iterator();
    Bits live = reader.getLiveDocs();
    for (UUID id : ids) {
      if (each.seekExact(new BytesRef(id.toString()))) {
        PostingsEnum postings = each.postings(null, PostingsEnum.NONE);
        for (int d = postings.nextDoc();
            d != DocIdSetIterator.NO_MORE_DOCS;
            d = postings.nextDoc()) {
          if (live == null || live.get(d)) {
            Previous before = previous(reader, d);
            if (before != null) {
              found.put(id, before);
            }
          }
        }
      }
    }
  }

  /** Null of a second document, which only says what of the first is told. */
  private static @Nullable Previous previous(LeafReader reader, int document) throws IOException {
    NumericDocValues trace = reader.getNumericDocValues(IndexFields.TRACE);
    if (trace == null || !trace.advanceExact(document)) {
      return null;
    }
    BinaryDocValues where = reader.getBinaryDocValues(IndexFields.WHERE);
    Set<UUID> partners = new HashSet<>();
    if (where != null && where.advanceExact(document)) {
      Places.read(where.binaryValue(), place -> partners.add(place.organisation()));
    }
    return new Previous(true, trace.longValue(), partners);
  }
}
