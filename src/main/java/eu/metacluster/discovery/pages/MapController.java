package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.index.GridQuery;
import eu.metacluster.discovery.index.GridSearch;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
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
  private final Shell shell;

  MapController(GridSearch search, Shell shell) {
    this.search = search;
    this.shell = shell;
  }

  @GetMapping("/map")
  ModelAndView map(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
    GridQuery query = GridQuery.of(parameters).at(1);
    AtlasChoice choice = AtlasChoice.of(parameters);
    Listing listing = new Listing("/map", null, choice.kept(), query, search.find(query, 1));
    AtlasView atlas =
        AtlasView.of(listing, search.spread(query), choice, shell.page(Language.of(request)));
    return new ModelAndView("discovery/map", Map.of("atlas", atlas));
  }
}
