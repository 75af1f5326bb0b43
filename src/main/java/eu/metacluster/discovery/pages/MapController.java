package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.index.GridQuery;
import eu.metacluster.discovery.index.GridSearch;
import eu.metacluster.discovery.index.Spread;
import eu.metacluster.platform.PublicEndpoint;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The map, with its table beside it. */
@Controller
@PublicEndpoint("the map is open to everybody")
class MapController {

  private final GridSearch search;

  MapController(GridSearch search) {
    this.search = search;
  }

  @GetMapping("/map")
  ModelAndView map(@RequestParam MultiValueMap<String, String> parameters) {
    GridQuery query = GridQuery.of(parameters).at(1);
    Listing listing = new Listing("/map", null, query, search.find(query, 1));
    Spread spread = search.spread(query);
    AtlasView atlas =
        AtlasView.of(
            listing,
            spread,
            AtlasView.Measure.of(parameters.getFirst("show")),
            AtlasView.Order.of(parameters.getFirst("order")));
    return new ModelAndView("discovery/map", Map.of("atlas", atlas));
  }
}
