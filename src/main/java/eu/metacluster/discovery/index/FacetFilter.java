package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.util.Collection;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Finds what has a value in a facet. */
final class FacetFilter {

  /** The field in which the facets of a document are kept and found. */
  static final String FIELD = "$facets";

  private FacetFilter() {}

  static Query term(Facet facet, String value) {
    return new TermQuery(DrillDownQuery.term(FIELD, facet.word(), value));
  }

  /** Any of these values. */
  static Query any(Facet facet, Collection<String> values) {
    return new TermInSetQuery(
        FIELD,
        values.stream()
            .map(value -> DrillDownQuery.term(FIELD, facet.word(), value))
            .map(Term::bytes)
            .map(BytesRef::deepCopyOf)
            .toList());
  }
}
