package eu.metacluster.discovery.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the search box proposes while somebody types: records, and values to narrow by. */
@Controller
@PublicEndpoint("the search box is open to everybody; only public records are proposed")
class SuggestController {

  private static final int RECORDS = 7;
  private static final int VALUES = 4;
  private static final int LONGEST = 120;
  private static final int SHORTEST = 2;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final List<Facet> NAMED =
      List.of(
          Facet.PILLAR,
          Facet.TECHNOLOGY,
          Facet.CANCER,
          Facet.TISSUE,
          Facet.COUNTRY,
          Facet.PROGRAMME,
          Facet.FRAMEWORK,
          Facet.SCHEME,
          Facet.TYPE);

  private static final int MOST_WORDS = 20;
  private static final int REMEMBERED = 5_000;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Folding all names anew at every letter would take longer than finding the records. */
  private final Cache<Value, Called> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private final GridSearch search;
  private final Shell shell;

  SuggestController(GridSearch search, Shell shell) {
    this.search = search;
    this.shell = shell;
  }

  @GetMapping("/suggest")
  ModelAndView suggest(
      @RequestParam(defaultValue = "") String q,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=30");
    response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
    String typed = q.length() > LONGEST ? "" : q.strip();
    List<Row> records = typed.length() < SHORTEST ? List.of() : search.suggest(typed, RECORDS);
    List<Narrowing> values =
        typed.length() < SHORTEST ? List.of() : values(typed, shell.page(Language.of(request)));
    return new ModelAndView("discovery/suggestions", Map.of("records", records, "values", values));
  }

  private List<Narrowing> values(String typed, Page page) {
    String wanted = folded(typed);
    Map<Facet, List<Count>> counts = search.find(GridQuery.EVERYTHING, 1).counts();
    return NAMED.stream()
        .flatMap(
            facet ->
                counts.getOrDefault(facet, List.of()).stream()
                    .flatMap(count -> value(page, facet, count, wanted)))
        .sorted(Comparator.comparingLong(Narrowing::count).reversed())
        .limit(VALUES)
        .toList();
  }

  private Stream<Narrowing> value(Page page, Facet facet, Count count, String wanted) {
    Called called =
        known.get(
            new Value(page.language(), facet, count.value()),
            value -> Called.of(Wording.value(page, facet, value.word())));
    return called.begins(wanted)
        ? Stream.of(
            new Narrowing(
                facet,
                called.text(),
                count.count(),
                GridQuery.EVERYTHING.with(facet, count.value()).address("/grid")))
        : Stream.empty();
  }

  /** A value as it is told in a language. */
  private record Value(Language language, Facet facet, String word) {}

  /**
   * What a value is called.
   *
   * @param folded the whole, folded
   * @param words its words, folded
   */
  private record Called(String text, String folded, List<String> words) {
    static Called of(String text) {
      String folded = SuggestController.folded(text);
      return new Called(text, folded, List.of(BETWEEN.split(folded, MOST_WORDS)));
    }

    boolean begins(String wanted) {
      return folded.startsWith(wanted) || words.stream().anyMatch(word -> word.startsWith(wanted));
    }
  }

  private static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
