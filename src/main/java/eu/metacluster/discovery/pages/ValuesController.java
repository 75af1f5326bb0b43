package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.shared.CountryCodes;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All values of one facet, of which a list shows the most frequent ones only. */
@Controller
@PublicEndpoint("the grid is open to everybody")
class ValuesController {

  private static final int LONGEST = 80;
  private static final int ORGANISATIONS = 500;

  private final GridSearch search;
  private final Shell shell;

  ValuesController(GridSearch search, Shell shell) {
    this.search = search;
    this.shell = shell;
  }

  @GetMapping("/grid/values")
  ModelAndView values(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
    Facet facet =
        Facet.ofWord(Objects.toString(parameters.getFirst("of"), ""))
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1691", "discovery.refused.noFacet"));
    boolean organisations = parameters.containsKey("organisations");
    GridQuery asked = GridQuery.of(parameters);
    GridQuery query = organisations ? asked.without(Facet.KIND) : asked;
    if (parameters.containsKey("show")) {
      String list = query.at(1).address(organisations ? "/organisations" : "/grid");
      return new ModelAndView("redirect:" + StepController.fitting(list));
    }
    return shown(facet, organisations, query, parameters, shell.page(Language.of(request)));
  }

  private ModelAndView shown(
      Facet facet,
      boolean organisations,
      GridQuery query,
      MultiValueMap<String, String> parameters,
      Page page) {
    GridQuery whole =
        organisations ? query.with(Facet.KIND, RecordKind.ORGANISATION.word()) : query;
    String typed = Objects.toString(parameters.getFirst("find"), "").strip();
    String find = typed.substring(0, Math.min(typed.length(), LONGEST));
    List<Count> found =
        search.values(whole, facet).stream().filter(called(page, facet, find)).toList();
    int number = GridQuery.of(parameters).page();
    int level = facet == Facet.REGION ? level(parameters.getFirst("level")) : 0;
    ValuesView view = ValuesView.of(facet, find, level, organisations, query, found, number);
    Map<String, String> names =
        facet == Facet.ORGANISATION ? search.names(view.handles()) : Map.of();
    return new ModelAndView("discovery/values", Map.of("values", view, "names", names));
  }

  private static int level(@Nullable String stated) {
    return ValuesView.LEVELS.stream()
        .filter(level -> level.toString().equals(stated))
        .findFirst()
        .orElse(0);
  }

  /** Passes values whose words have what was typed; organisations go by their names. */
  private Predicate<Count> called(Page page, Facet facet, String find) {
    if (find.isEmpty()) {
      return count -> true;
    }
    if (facet == Facet.ORGANISATION) {
      GridQuery named =
          GridQuery.EVERYTHING
              .only(Facet.KIND, RecordKind.ORGANISATION.word())
              .saying(find.endsWith("*") || find.endsWith("\"") ? find : find + "*");
      Set<String> handles =
          search.find(named, ORGANISATIONS).rows().stream()
              .map(Row::handle)
              .collect(Collectors.toSet());
      return count -> handles.contains(count.value());
    }
    String wanted = plain(find);
    return count ->
        plain(Wording.value(page, facet, count.value())).contains(wanted)
            || plain(count.value()).contains(wanted)
            || (facet == Facet.REGION && plain(country(page, count.value())).contains(wanted));
  }

  private static String country(Page page, String region) {
    return page.country(CountryCodes.iso(region.substring(0, Math.min(2, region.length()))));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
