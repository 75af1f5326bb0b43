package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Joins what words found with what meaning found, by reciprocal rank. */
final class Fusion {

  /** So many of what the words found take part. */
  static final int DEPTH = 100;

  /** The usual constant: how little the very first places weigh more than the next ones. */
  private static final int DAMPING = 60;

  /** What is called or numbered exactly as typed stays first, whatever the meaning says. */
  private static final float EXACT = IndexFields.EXACT_WEIGHT;

  private Fusion() {}

  /** What the words find, and these records. */
  static Query either(Query words, Collection<UUID> near) {
    return new BooleanQuery.Builder()
        .add(words, Occur.SHOULD)
        .add(new BoostQuery(new ConstantScoreQuery(ids(near)), 0f), Occur.SHOULD)
        .setMinimumNumberShouldMatch(1)
        .build();
  }

  /** These records. */
  static Query ids(Collection<UUID> ids) {
    return new TermInSetQuery(
        IndexFields.ID, ids.stream().map(id -> new BytesRef(id.toString())).toList());
  }

  /** The documents of these records that pass the question's filters, in the records' order. */
  static int[] documents(FacetSearcher searcher, List<UUID> near, Asked asked) throws IOException {
    Query passing =
        new BooleanQuery.Builder()
            .add(ids(near), Occur.FILTER)
            .add(asked.narrowed(), Occur.FILTER)
            .build();
    Set<Integer> pass = new HashSet<>();
    for (ScoreDoc hit : searcher.search(passing, near.size()).scoreDocs) {
      pass.add(hit.doc);
    }
    Map<UUID, Integer> documents = new HashMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(IndexFields.ID);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (UUID id : near) {
        if (each.seekExact(new BytesRef(id.toString()))) {
          PostingsEnum postings = each.postings(null, PostingsEnum.NONE);
          for (int d = postings.nextDoc();
              d != DocIdSetIterator.NO_MORE_DOCS;
              d = postings.nextDoc()) {
            if (pass.contains(leaf.docBase + d)) {
              documents.put(id, leaf.docBase + d);
            }
          }
        }
      }
    }
    return near.stream()
        .map(documents::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The joint ranking: of the words' hits beyond {@link #DEPTH} the order stays. */
  static ScoreDoc[] of(ScoreDoc[] byWords, int[] byMeaning) {
    Map<Integer, Double> ranks = new LinkedHashMap<>();
    int deep = Math.min(DEPTH, byWords.length);
    for (int i = 0; i < deep; i++) {
      double first = exact(byWords[i]) ? 1 : 0;
      ranks.merge(byWords[i].doc, first + 1.0 / (DAMPING + i + 1), Double::sum);
    }
    for (int i = 0; i < byMeaning.length; i++) {
      ranks.merge(byMeaning[i], 1.0 / (DAMPING + i + 1), Double::sum);
    }
    List<ScoreDoc> joint = new ArrayList<>();
    ranks.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .forEach(one -> joint.add(new ScoreDoc(one.getKey(), one.getValue().floatValue())));
    Arrays.stream(byWords, deep, byWords.length)
        .filter(hit -> !ranks.containsKey(hit.doc))
        .forEach(joint::add);
    return joint.toArray(ScoreDoc[]::new);
  }

  private static boolean exact(ScoreDoc hit) {
    return hit instanceof FieldDoc field
        && field.fields[0] instanceof Float score
        && score >= EXACT;
  }
}
