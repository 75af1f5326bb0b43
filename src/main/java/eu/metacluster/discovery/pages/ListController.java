package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.PublicEndpoint;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists: everything on the grid, and the organisations. */
@Controller
@PublicEndpoint("the grid is open to everybody")
class ListController {

  private final GridSearch search;

  ListController(GridSearch search) {
    this.search = search;
  }

  @GetMapping("/grid")
  ModelAndView grid(@RequestParam MultiValueMap<String, String> parameters) {
    return list("/grid", null, parameters, GridQuery.of(parameters), UnaryOperator.identity());
  }

  @GetMapping("/organisations")
  ModelAndView organisations(@RequestParam MultiValueMap<String, String> parameters) {
    GridQuery asked = GridQuery.of(parameters).without(Facet.KIND);
    Sorting sorting = asked.sorting() == Sorting.NEWEST ? Sorting.PROJECTS : asked.sorting();
    GridQuery query = asked.by(sorting).at(GridQuery.of(parameters).page());
    return list("/organisations", Facet.KIND, parameters, query, ListController::organisations);
  }

  private static GridQuery organisations(GridQuery query) {
    return query.with(Facet.KIND, RecordKind.ORGANISATION.word()).at(query.page());
  }

  private ModelAndView list(
      String path,
      @Nullable Facet fixed,
      MultiValueMap<String, String> parameters,
      GridQuery query,
      UnaryOperator<GridQuery> whole) {
    Found found = search.find(whole.apply(query));
    List<Loosening> loosenings = Loosening.of(search, query, found, whole);
    Look look = Look.of(parameters, fixed != null);
    Listing listing = new Listing(path, fixed, look.kept(), query, found, loosenings);
    return new ModelAndView(
        "discovery/list",
        Map.of("listing", listing, "look", look, "leftOut", GridQuery.leftOut(parameters)));
  }
}
