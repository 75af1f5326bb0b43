package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Alike;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.RecordKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Component;

/** Words in common, asked of the index. */
@Component
class IndexAlike implements Alike {

  private static final List<String> FIELDS = List.of(IndexFields.TEXT, IndexFields.TITLE);

  private final Engine index;

  IndexAlike(Engine index) {
    this.index = index;
  }

  @Override
  public long documents() {
    return index.read(view -> view.having(IndexFields.TEXT));
  }

  @Override
  public Map<String, Long> frequencies(Collection<String> stems) {
    return index.read(view -> view.frequencies(stems, FIELDS));
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
    return index.read(view -> view.best(asked, most)).stream().map(Row::handle).toList();
  }
}
