package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Alike;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.grid.RecordKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Component;

/** Words in common, asked of the index in this process. */
@Component
class LuceneAlike implements Alike {

  private final GridIndex index;

  LuceneAlike(GridIndex index) {
    this.index = index;
  }

  @Override
  public long documents() {
    return index.read(searcher -> (long) searcher.getIndexReader().getDocCount(IndexFields.TEXT));
  }

  @Override
  public Map<String, Long> frequencies(Collection<String> stems) {
    return index.read(
        searcher -> {
          IndexReader reader = searcher.getIndexReader();
          Map<String, Long> found = new HashMap<>();
          for (String stem : stems) {
            long text = reader.docFreq(new Term(IndexFields.TEXT, stem));
            found.put(stem, Math.max(text, reader.docFreq(new Term(IndexFields.TITLE, stem))));
          }
          return found;
        });
  }

  @Override
  public List<String> alike(Collection<String> stems, RecordKind kind, int most) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (String stem : stems) {
      words.add(new TermQuery(new Term(IndexFields.TEXT, stem)), Occur.SHOULD);
      Query title = new TermQuery(new Term(IndexFields.TITLE, stem));
      words.add(new BoostQuery(title, 1.5f), Occur.SHOULD);
    }
    Query asked =
        new BooleanQuery.Builder()
            .add(words.build(), Occur.MUST)
            .add(IndexFields.PUBLIC, Occur.FILTER)
            .add(FacetFilter.term(Facet.KIND, kind.word()), Occur.FILTER)
            .build();
    return index.read(searcher -> handles(searcher, asked, most));
  }

  private static List<String> handles(FacetSearcher searcher, Query asked, int most)
      throws IOException {
    List<String> handles = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(asked, most).scoreDocs) {
      handles.add(Answer.row(searcher, hit.doc).handle());
    }
    return handles;
  }
}
