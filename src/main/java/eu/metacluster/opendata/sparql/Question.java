package eu.metacluster.opendata.sparql;

import eu.metacluster.shared.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;

/** Reads questions, and refuses what is more than a question. */
final class Question {

  private static final int LONGEST = 20_000;
  private static final int LONGEST_COMPLAINT = 300;

  /** What searches with a regular expression cannot be stopped while it is at it. */
  private static final Pattern PATTERNS = Pattern.compile("\\((regex|replace) ");

  private static final Pattern REPEATED_REPETITION = Pattern.compile("[*+}]\\)+[*+{]");

  private Question() {}

  /**
   * Reads a question in SPARQL 1.1.
   *
   * @throws Refusal when it cannot be read, or would do more than ask this store
   */
  static Query read(String text) {
    if (text.isBlank()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1860", "opendata.refused.sparql.empty");
    }
    if (text.length() > LONGEST) {
      throw syntax("> " + LONGEST);
    }
    Query query = parsed(text);
    String algebra = algebra(query);
    if (query.hasDatasetDescription()
        || algebra.contains("(service ")
        || algebra.contains("<java:")
        || algebra.contains("<file:")) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1862", "opendata.refused.sparql.reading");
    }
    if (PATTERNS.matcher(algebra).find() && REPEATED_REPETITION.matcher(algebra).find()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1866", "opendata.refused.sparql.pattern");
    }
    return query;
  }

  private static Query parsed(String text) {
    try {
      return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    } catch (QueryException e) {
      if (text.toLowerCase(Locale.ROOT)
          .matches("(?s).*\\b(insert|delete|load|clear|drop|create|copy|move|add)\\b.*")) {
        throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1862", "opendata.refused.sparql.reading");
      }
      throw syntax(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw syntax("…");
    }
  }

  /** The question with all names in full, whatever they were abbreviated to. */
  private static String algebra(Query query) {
    try {
      if (query.getQueryPattern() == null) {
        return "";
      }
      return Algebra.compile(query).toString().toLowerCase(Locale.ROOT);
    } catch (StackOverflowError e) {
      throw syntax("…");
    }
  }

  private static Refusal syntax(String complaint) {
    String flat = complaint.replaceAll("\\s+", " ").strip();
    return new Refusal(
        Refusal.Kind.BAD_INPUT,
        "MC-1861",
        "opendata.refused.sparql.syntax",
        flat.length() > LONGEST_COMPLAINT ? flat.substring(0, LONGEST_COMPLAINT) + "…" : flat);
  }
}
