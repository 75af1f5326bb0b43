package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.SearchField;
import eu.metacluster.discovery.search.SearchWords.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** What {@code field:word} finds. */
final class FieldQuery {

  private static final Pattern YEARS = Pattern.compile("(\\d{4})?(-|–|\\.\\.)?(\\d{4})?");

  /** What stands around a number in a sentence, and before it in the Commission's letters. */
  private static final Pattern AROUND =
      Pattern.compile("^[(#\\[<]+|^gap-(?=\\d{6,})|[.,;:!?>\\]]+$");

  private static final Pattern CODE = Pattern.compile("[A-Za-z]{2}");

  private FieldQuery() {}

  static Query of(Part part, Map<String, List<String>> instead) {
    SearchField field = Objects.requireNonNull(part.field());
    return switch (field) {
      case TITLE -> words(part, instead, IndexFields.TITLE);
      case ACRONYM ->
          any(
              List.of(
                  words(part, Map.of(), IndexFields.ACRONYM),
                  whole(part, IndexFields.CODE),
                  new TermQuery(new Term(IndexFields.CODE, Words.together(part.text())))));
      case ORGANISATION -> words(part, instead, IndexFields.PARTNERS, IndexFields.NAMES);
      case COUNTRY -> country(part);
      case PROGRAMME -> code(part, IndexFields.PROGRAMME);
      case CALL -> code(part, IndexFields.CALL);
      case FUNDER -> words(part, Map.of(), IndexFields.FUNDER);
      case KEYWORD -> words(part, Map.of(), IndexFields.KEYWORDS, IndexFields.SUBJECTS);
      case ID -> new TermQuery(new Term(IndexFields.IDENTIFIER, identifier(part.text())));
      case YEAR -> years(part.text());
    };
  }

  /** An identifier as it is kept: lower case, without the address of a resolver. */
  static String identifier(String typed) {
    String value = AROUND.matcher(typed.toLowerCase(Locale.ROOT)).replaceAll("");
    if (value.endsWith(")") && value.indexOf('(') < 0) {
      value = value.substring(0, value.length() - 1);
    }
    for (String resolver : List.of("doi.org/", "ror.org/", "/project/id/", "/study/")) {
      int at = value.indexOf(resolver);
      if (at >= 0) {
        return value.substring(at + resolver.length());
      }
    }
    return value;
  }

  private static Query words(Part part, Map<String, List<String>> instead, String... fields) {
    List<Query> found = new ArrayList<>();
    List<String> written = WordQuery.written(part, instead);
    for (String field : fields) {
      for (String text : written) {
        Query one = part.prefix() ? WordQuery.prefix(field, text) : WordQuery.in(field, text);
        if (one != null) {
          found.add(one);
        }
      }
    }
    return any(found);
  }

  private static Query any(List<Query> queries) {
    return queries.isEmpty()
        ? new MatchNoDocsQuery("no words")
        : new DisjunctionMaxQuery(queries, 0.1f);
  }

  private static Query whole(Part part, String field) {
    Term term = new Term(field, Words.whole(part.text()));
    return part.prefix() ? new PrefixQuery(term) : new TermQuery(term);
  }

  /** A code and all that is below it. */
  private static Query code(Part part, String field) {
    String code = Words.whole(part.text());
    return any(
        List.of(
            whole(part, field),
            new PrefixQuery(new Term(field, code + ".")),
            new PrefixQuery(new Term(field, code + "-"))));
  }

  private static Query country(Part part) {
    return any(
        Arrays.stream(part.text().split(",", 30))
            .filter(name -> !name.isBlank())
            .map(FieldQuery::place)
            .filter(Objects::nonNull)
            .map(Query.class::cast)
            .toList());
  }

  private static @Nullable Query place(String name) {
    if (CODE.matcher(name).matches()) {
      String code = name.toUpperCase(Locale.ROOT);
      String iso = code.equals("UK") ? "GB" : code.equals("EL") ? "GR" : code;
      return FacetFilter.term(Facet.COUNTRY, iso);
    }
    return WordQuery.in(IndexFields.PLACES, name);
  }

  private static Query years(String text) {
    Matcher years = YEARS.matcher(text);
    boolean said = years.matches() && (years.group(1) != null || years.group(3) != null);
    if (!said) {
      return new MatchNoDocsQuery("no year");
    }
    boolean range = years.group(2) != null;
    String from = years.group(1);
    String to = range ? years.group(3) : from;
    long last = to == null ? Long.MAX_VALUE : LocalDate.of(year(to), 12, 31).toEpochDay();
    long first = from == null ? Long.MIN_VALUE : LocalDate.of(year(from), 1, 1).toEpochDay();
    return new BooleanQuery.Builder()
        .add(LongPoint.newRangeQuery(IndexFields.FROM, Long.MIN_VALUE, last), Occur.FILTER)
        .add(LongPoint.newRangeQuery(IndexFields.TO, first, Long.MAX_VALUE), Occur.FILTER)
        .build();
  }

  private static int year(String digits) {
    return Integer.parseInt(digits);
  }
}
