package eu.metacluster.opendata.embeds;

import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Spread;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What other sites show in a frame: no script, no cookie, and where it comes from. */
@Controller
@PublicEndpoint("what is public may be shown on every site")
class EmbedController {

  private static final int ROWS = 10;
  private static final int BARS = 10;

  /** Facets whose words a figure can show. */
  private static final Set<Facet> FIGURES =
      Set.of(Facet.KIND, Facet.COUNTRY, Facet.PILLAR, Facet.TECHNOLOGY, Facet.CANCER, Facet.YEAR);

  private final GridSearch search;
  private final SiteAddress site;

  EmbedController(GridSearch search, SiteAddress site) {
    this.search = search.open();
    this.site = site;
  }

  @GetMapping("/embed/list")
  ModelAndView list(@RequestParam MultiValueMap<String, String> parameters) {
    GridQuery query = GridQuery.of(parameters);
    Found found = search.find(query, ROWS);
    return view("opendata/embedList", query, "/grid", Map.of("found", found));
  }

  @GetMapping("/embed/map")
  ModelAndView map(@RequestParam MultiValueMap<String, String> parameters) {
    GridQuery query = GridQuery.of(parameters).at(1);
    List<Spread.Country> countries = search.spread(query).countries();
    Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
    countries.forEach(
        country -> values.put(country.iso(), BigDecimal.valueOf(country.organisations())));
    return view(
        "opendata/embedMap",
        query,
        "/map",
        Map.of("drawing", Drawing.of(values, false), "countries", countries));
  }

  @GetMapping("/embed/figure")
  ModelAndView figure(@RequestParam MultiValueMap<String, String> parameters) {
    GridQuery query = GridQuery.of(parameters).at(1);
    String word = parameters.getFirst("by");
    Facet facet =
        Facet.ofWord(word == null ? "" : word).filter(FIGURES::contains).orElse(Facet.KIND);
    Found found = search.find(query, 1);
    List<Found.Count> counts = found.of(facet);
    return view(
        "opendata/embedFigure",
        query,
        "/grid",
        Map.of(
            "facet", facet,
            "total", found.total(),
            "counts", counts.subList(0, Math.min(BARS, counts.size()))));
  }

  private ModelAndView view(String name, GridQuery query, String path, Map<String, Object> model) {
    ModelAndView view = new ModelAndView(name, model);
    view.addObject("whole", site.of(query.at(1).address(path)));
    return view;
  }

  /** The page that gives the snippet for a search. */
  @GetMapping("/data/embed")
  ModelAndView snippets(@RequestParam MultiValueMap<String, String> parameters) {
    GridQuery query = GridQuery.of(parameters).at(1);
    Map<String, String> addresses = new LinkedHashMap<>();
    for (String kind : List.of("list", "map", "figure")) {
      addresses.put(kind, site.of(query.address("/embed/" + kind)));
    }
    return new ModelAndView("opendata/embed", Map.of("query", query, "addresses", addresses));
  }
}
