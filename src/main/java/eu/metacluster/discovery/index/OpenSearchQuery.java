package eu.metacluster.discovery.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;

/**
 * Writes a query down in the language of the server, which is made of the same parts: what comes
 * out finds and weighs the same. Words come analysed; the server does not cut them again.
 */
final class OpenSearchQuery {

  private OpenSearchQuery() {}

  static Map<String, Object> of(Query query) {
    return switch (query) {
      case BooleanQuery all -> bool(all);
      case BoostQuery boost -> boosted(boost);
      case ConstantScoreQuery constant -> constant(constant, 1);
      case DisjunctionMaxQuery best ->
          Map.of(
              "dis_max",
              Map.of(
                  "queries",
                  all(best.getDisjuncts()),
                  "tie_breaker",
                  best.getTieBreakerMultiplier()));
      case TermQuery term ->
          Map.of("term", Map.of(term.getTerm().field(), Map.of("value", term.getTerm().text())));
      case PrefixQuery prefix ->
          Map.of(
              "prefix",
              Map.of(prefix.getPrefix().field(), Map.of("value", prefix.getPrefix().text())));
      case TermInSetQuery set -> Map.of("terms", Map.of(set.getField(), terms(set)));
      case PointRangeQuery range -> range(range);
      case SynonymQuery one -> phrase(one.getField(), Stream.of(one.getTerms()));
      case PhraseQuery many ->
          phrase(many.getField(), Arrays.stream(many.getTerms()).map(List::of));
      case MultiPhraseQuery many -> {
        Term[][] terms = many.getTermArrays();
        yield phrase(terms[0][0].field(), Arrays.stream(terms).map(List::of));
      }
      case MatchAllDocsQuery everything -> Map.of("match_all", Map.of());
      case MatchNoDocsQuery nothing -> Map.of("match_none", Map.of());
      default -> throw new IllegalArgumentException("cannot be written down: " + query);
    };
  }

  private static List<Object> all(Collection<Query> queries) {
    return queries.stream().<Object>map(OpenSearchQuery::of).toList();
  }

  /** A query of nothing but other queries that asks for none of them finds nothing. */
  private static Map<String, Object> bool(BooleanQuery query) {
    if (query.clauses().stream().allMatch(BooleanClause::isProhibited)) {
      return Map.of("match_none", Map.of());
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("must", all(query.getClauses(Occur.MUST)));
    said.put("filter", all(query.getClauses(Occur.FILTER)));
    said.put("should", all(query.getClauses(Occur.SHOULD)));
    said.put("must_not", all(query.getClauses(Occur.MUST_NOT)));
    if (query.getMinimumNumberShouldMatch() > 0) {
      said.put("minimum_should_match", query.getMinimumNumberShouldMatch());
    }
    return Map.of("bool", said);
  }

  private static Map<String, Object> boosted(BoostQuery query) {
    return query.getQuery() instanceof ConstantScoreQuery constant
        ? constant(constant, query.getBoost())
        : Map.of("bool", Map.of("must", List.of(of(query.getQuery())), "boost", query.getBoost()));
  }

  private static Map<String, Object> constant(ConstantScoreQuery query, float score) {
    return Map.of("constant_score", Map.of("filter", of(query.getQuery()), "boost", score));
  }

  private static List<String> terms(TermInSetQuery set) {
    try {
      List<String> terms = new ArrayList<>();
      BytesRefIterator each = set.getBytesRefIterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        terms.add(term.utf8ToString());
      }
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> range(PointRangeQuery range) {
    return Map.of(
        "range",
        Map.of(
            range.getField(),
            Map.of(
                "gte", LongPoint.decodeDimension(range.getLowerPoint(), 0),
                "lte", LongPoint.decodeDimension(range.getUpperPoint(), 0))));
  }

  /** Words one after the other, of which several may stand in the same place. */
  private static Map<String, Object> phrase(String field, Stream<? extends List<Term>> places) {
    String given =
        places
            .map(
                place ->
                    place.stream()
                        .map(Term::text)
                        .collect(Collectors.joining(OpenSearchShape.SAME_PLACE)))
            .collect(Collectors.joining(" "));
    return Map.of(
        "match_phrase", Map.of(field, Map.of("query", given, "analyzer", OpenSearchShape.GIVEN)));
  }

  /** The order of a list. */
  static List<Object> of(Sort sort) {
    List<Object> said = new ArrayList<>();
    for (SortField field : sort.getSort()) {
      said.add(
          field.getType() == SortField.Type.SCORE
              ? Map.of("_score", Map.of("order", "desc"))
              : Map.of(
                  String.valueOf(field.getField()),
                  Map.of("order", field.getReverse() ? "desc" : "asc", "missing", "_last")));
    }
    return said;
  }
}
