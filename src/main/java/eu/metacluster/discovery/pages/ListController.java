package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.index.Facet;
import eu.metacluster.discovery.index.GridQuery;
import eu.metacluster.discovery.index.GridSearch;
import eu.metacluster.discovery.index.Sorting;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.PublicEndpoint;
import java.util.Map;
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
    GridQuery query = GridQuery.of(parameters);
    Listing listing = new Listing("/grid", null, Map.of(), query, search.find(query));
    return new ModelAndView("discovery/list", Map.of("listing", listing));
  }

  @GetMapping("/organisations")
  ModelAndView organisations(@RequestParam MultiValueMap<String, String> parameters) {
    GridQuery asked = GridQuery.of(parameters);
    Sorting sorting = asked.sorting() == Sorting.NEWEST ? Sorting.PROJECTS : asked.sorting();
    GridQuery query = asked.without(Facet.KIND).by(sorting);
    GridQuery narrowed = query.with(Facet.KIND, RecordKind.ORGANISATION.word()).at(asked.page());
    Listing listing =
        new Listing(
            "/organisations", Facet.KIND, Map.of(), query.at(asked.page()), search.find(narrowed));
    return new ModelAndView("discovery/list", Map.of("listing", listing));
  }
}
