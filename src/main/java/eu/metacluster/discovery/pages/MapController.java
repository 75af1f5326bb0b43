package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.areas.Areas;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
  private final Areas areas;
  private final Closeups closeups;
  private final Shell shell;

  MapController(GridSearch search, Areas areas, Closeups closeups, Shell shell) {
    this.closeups = closeups;
    this.search = search;
    this.areas = areas;
    this.shell = shell;
  }

  @GetMapping("/map")
  ModelAndView map(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
    GridQuery query = GridQuery.of(parameters).at(1);
    AtlasChoice choice = AtlasChoice.of(parameters);
    Page page = shell.page(Language.of(request));
    Found found = search.find(query, 1);
    List<Loosening> loosenings = Loosening.of(search, query, found, UnaryOperator.identity());
    Listing listing = new Listing("/map", null, choice.kept(), query, found, loosenings);
    AtlasView atlas =
        AtlasView.of(listing, search.spread(query, choice.unit().level()), choice, areas, page);
    Focus focus = choice.focus();
    return new ModelAndView(
        "discovery/map",
        Map.of(
            "atlas",
            focus == null ? atlas : atlas.near(closeups.of(query, focus, atlas::at, page))));
  }
}
