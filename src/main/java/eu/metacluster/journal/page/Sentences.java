package eu.metacluster.journal.page;

import eu.metacluster.journal.Entry;
import eu.metacluster.platform.web.Page;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Says an entry in words. A module writes them in its bundles under {@code journal.kind.<kind>};
 * {@code [name]} in the text stands for that fact of the entry. Where a kind has several turns, the
 * text under {@code journal.kind.<kind>.<name>} is used when the entry has that fact. A fact that
 * is a word is said as {@code journal.word.<word>} when there is such a text.
 */
final class Sentences {

  private static final Pattern PLACE = Pattern.compile("\\[([a-zA-Z]\\w*)]");
  private static final int LISTED = 5;

  private Sentences() {}

  /** The sentence, or null when no bundle has one or the facts cannot be read. */
  static @Nullable String of(Page page, Entry entry) {
    String key = "journal.kind." + entry.kind();
    if (!page.has(key)) {
      return null;
    }
    try {
      JsonNode facts = entry.json();
      String turn =
          facts.propertyNames().stream()
              .map(name -> key + "." + name)
              .filter(page::has)
              .findFirst()
              .orElse(key);
      return PLACE
          .matcher(page.t(turn))
          .replaceAll(place -> Matcher.quoteReplacement(word(page, facts.path(place.group(1)))));
    } catch (JacksonException e) {
      return null;
    }
  }

  private static String word(Page page, JsonNode fact) {
    if (fact.isIntegralNumber()) {
      return page.number(fact.asLong());
    }
    if (fact.isArray()) {
      List<String> words = new ArrayList<>();
      fact.forEach(one -> words.add(word(page, one)));
      return words.size() <= LISTED
          ? String.join(", ", words)
          : String.join(", ", words.subList(0, LISTED)) + " …";
    }
    if (fact.isString()) {
      return said(page, fact.asString());
    }
    return fact.isMissingNode() || fact.isNull() ? "–" : fact.toString();
  }

  private static String said(Page page, String text) {
    String key = "journal.word." + text;
    if (page.has(key)) {
      return page.t(key);
    }
    try {
      return text.length() == 10 ? page.date(LocalDate.parse(text)) : text;
    } catch (DateTimeParseException e) {
      return text;
    }
  }
}
