package eu.metacluster.discovery.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * A query in two parts: what it finds by names, titles and numbers, which weigh most, and what it
 * finds without them. Whatever is not in the first part has no more than the score that the second
 * gives it, so that the best are known as soon as enough of the first part are better than that.
 *
 * @param named what has any of the words where they weigh most; null when nothing can
 * @param others the query without those places; null when it finds nothing
 */
record Foremost(@Nullable Query named, @Nullable Query others) {

  /** Where words weigh so much that the others seldom matter. */
  private static final Set<String> FIELDS =
      Set.of(
          IndexFields.TITLE,
          IndexFields.ACRONYM,
          IndexFields.NAMES,
          IndexFields.KEYWORDS,
          IndexFields.NAME,
          IndexFields.CODE,
          IndexFields.IDENTIFIER);

  static Foremost of(Query query) {
    List<Query> named = new ArrayList<>();
    Query others = without(query, named);
    return new Foremost(any(named), others);
  }

  /**
   * How many words a record must have. The more there are, the higher is the score that texts alone
   * may give, and the fewer records have more than that by their names.
   */
  static int needed(Query query) {
    return switch (query) {
      case BoostQuery boosted -> needed(boosted.getQuery());
      case BooleanQuery parts -> needed(parts);
      default -> 1;
    };
  }

  private static int needed(BooleanQuery query) {
    int required = 0;
    int most = 0;
    for (BooleanClause clause : query) {
      if (clause.occur() == Occur.MUST) {
        required += needed(clause.query());
      } else if (clause.occur() == Occur.SHOULD) {
        most = Math.max(most, needed(clause.query()));
      }
    }
    return required > 0 ? required : Math.max(most, query.getMinimumNumberShouldMatch());
  }

  private static @Nullable Query any(List<Query> named) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    named.stream().distinct().forEach(one -> any.add(one, Occur.SHOULD));
    return named.isEmpty() ? null : any.build();
  }

  /** The query without those places, which are collected; null when nothing is left to find. */
  private static @Nullable Query without(Query query, List<Query> named) {
    return switch (query) {
      case BoostQuery boosted -> {
        Query inner = without(boosted.getQuery(), named);
        yield inner == null ? null : new BoostQuery(inner, boosted.getBoost());
      }
      case ConstantScoreQuery constant -> {
        Query inner = without(constant.getQuery(), named);
        yield inner == null ? null : new ConstantScoreQuery(inner);
      }
      case DisjunctionMaxQuery best -> {
        List<Query> left =
            best.getDisjuncts().stream()
                .map(one -> without(one, named))
                .filter(Objects::nonNull)
                .toList();
        yield left.isEmpty() ? null : new DisjunctionMaxQuery(left, best.getTieBreakerMultiplier());
      }
      case BooleanQuery parts -> without(parts, named);
      default -> {
        String field = field(query);
        if (field == null || !FIELDS.contains(field)) {
          yield query;
        }
        named.add(query);
        yield null;
      }
    };
  }

  /** What need not be found, such as small words that stand in most titles, stays as it is. */
  private static @Nullable Query without(BooleanQuery query, List<Query> named) {
    BooleanQuery.Builder left = new BooleanQuery.Builder();
    int free = 0;
    boolean lost = false;
    int least = query.getMinimumNumberShouldMatch();
    boolean needed = query.clauses().stream().anyMatch(BooleanClause::isRequired);
    boolean optional = needed && least == 0;
    for (BooleanClause clause : query) {
      boolean scores = clause.isScoring() && !(optional && clause.occur() == Occur.SHOULD);
      Query part = scores ? without(clause.query(), named) : clause.query();
      lost |= part == null && clause.occur() == Occur.MUST;
      if (part != null) {
        left.add(part, clause.occur());
        free += clause.occur() == Occur.SHOULD ? 1 : 0;
      }
    }
    left.setMinimumNumberShouldMatch(least);
    return lost || free < Math.max(least, needed ? 0 : 1) ? null : left.build();
  }

  private static @Nullable String field(Query query) {
    return switch (query) {
      case TermQuery one -> one.getTerm().field();
      case SynonymQuery some -> some.getField();
      case PhraseQuery phrase -> phrase.getField();
      case PrefixQuery prefix -> prefix.getField();
      case TermInSetQuery set -> set.getField();
      default -> null;
    };
  }
}
