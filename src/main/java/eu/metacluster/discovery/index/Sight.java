package eu.metacluster.discovery.index;

import eu.metacluster.grid.RecordState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Which documents somebody sees. A record of which a source keeps something to itself has two: one
 * as its page shows it, and one of what may be passed on, unless nothing may. All others have one
 * for both.
 */
enum Sight {
  /** The pages of this site. */
  PAGES(IndexFields.PUBLIC),
  /** What is taken along from here. */
  ROADS(open());

  private final Query query;

  Sight(Query query) {
    this.query = query;
  }

  /** The documents that are seen. */
  Query query() {
    return query;
  }

  private static Query open() {
    List<BytesRef> states =
        Arrays.stream(RecordState.values())
            .filter(RecordState::isPublic)
            .map(RecordState::word)
            .flatMap(word -> Stream.of(word, IndexFields.ROADS_ONLY + word))
            .map(BytesRef::new)
            .toList();
    return new BooleanQuery.Builder()
        .add(new TermInSetQuery(IndexFields.STATE, states), Occur.MUST)
        .add(new TermQuery(IndexFields.WITHHELD), Occur.MUST_NOT)
        .build();
  }

  /** Makes a document one that only pages show. */
  static void pagesOnly(Document document) {
    document.add(
        new StringField(IndexFields.WITHHELD.field(), IndexFields.WITHHELD.text(), Field.Store.NO));
  }

  /** The state of a document that pages do not show. */
  static String roadsOnly(RecordState state) {
    return IndexFields.ROADS_ONLY + state.word();
  }
}
