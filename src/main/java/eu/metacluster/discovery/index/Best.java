package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Sorting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.Weight;

/**
 * The best by score, in the order of {@link Sorting#RELEVANCE}. Two things are saved that the
 * library does for every hit: looking at what cannot be among the best because only its text says
 * the words, see {@link Foremost}, and comparing titles, which are needed only where scores and
 * days are the same.
 */
final class Best {

  private static final Sort ORDER = Orders.of(Sorting.RELEVANCE);
  private static final Sort EARLY = Ties.early(ORDER);

  /** Of more words than this, names hardly ever tell the best. */
  private static final int WORDS = 2;

  private final FacetSearcher searcher;
  private final Query query;
  private final int most;

  private Best(FacetSearcher searcher, Query query, int most) {
    this.searcher = searcher;
    this.query = query;
    this.most = most;
  }

  /** So many with their scores, or as many as there are. */
  static ScoreDoc[] of(FacetSearcher searcher, Query query, int most) throws IOException {
    boolean few = Foremost.needed(query) <= WORDS;
    List<FieldDoc> sure = few ? new Best(searcher, query, most).foremost() : List.of();
    return sure.size() < most
        ? searcher.search(query, most, ORDER).scoreDocs
        : sure.toArray(ScoreDoc[]::new);
  }

  /** The best of those that are found by what weighs most; fewer when others may be as good. */
  private List<FieldDoc> foremost() throws IOException {
    Foremost parts = Foremost.of(query);
    if (parts.named() == null) {
      return List.of();
    }
    Query named =
        new BooleanQuery.Builder().add(query, Occur.MUST).add(parts.named(), Occur.FILTER).build();
    int looked = most + Ties.SPARE;
    ScoreDoc[] found = searcher.search(named, looked, EARLY).scoreDocs;
    if (found.length < most) {
      return List.of();
    }
    float others = parts.others() == null ? -1 : highest(parts.others());
    List<FieldDoc> sure = new ArrayList<>();
    for (ScoreDoc hit : found) {
      if (hit instanceof FieldDoc one && score(one) > others) {
        sure.add(one);
      }
    }
    if (sure.size() == looked) {
      Ties.unsure(sure);
    }
    return sure.size() < most ? List.of() : Ties.byTitle(searcher, sure).subList(0, most);
  }

  /** No document has a higher score. */
  private float highest(Query asked) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(asked), ScoreMode.TOP_SCORES, 1);
    float highest = -1;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        scorer.advanceShallow(0);
        highest = Math.max(highest, scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS));
      }
    }
    return highest;
  }

  private static float score(FieldDoc hit) {
    return hit.fields[0] instanceof Float score ? score : 0;
  }
}
