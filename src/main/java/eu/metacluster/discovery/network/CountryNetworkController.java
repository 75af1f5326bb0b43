package eu.metacluster.discovery.network;

import eu.metacluster.discovery.charts.ChartFile;
import eu.metacluster.discovery.charts.Ties;
import eu.metacluster.discovery.pages.Listing;
import eu.metacluster.discovery.pages.Loosening;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Countries as a network, with the same filters as the overview, and as files. */
@Controller
@PublicEndpoint("which countries meet in public projects is open to everybody")
class CountryNetworkController {

  private static final String PATH = "/overview/network";

  private final GridSearch search;
  private final SiteAddress site;
  private final Shell shell;

  CountryNetworkController(GridSearch search, SiteAddress site, Shell shell) {
    this.search = search;
    this.site = site;
    this.shell = shell;
  }

  @GetMapping(PATH)
  ModelAndView network(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
    GridQuery query = GridQuery.of(parameters).at(1);
    Found found = search.find(query, 1);
    Listing listing =
        new Listing(
            PATH,
            null,
            Map.of(),
            query,
            found,
            Loosening.of(search, query, found, UnaryOperator.identity()));
    return new ModelAndView(
        "discovery/countryNetwork",
        Map.of("listing", listing, "ties", CountryNetwork.of(search, query, page(request))));
  }

  @GetMapping("/overview/network.{format:svg|png|csv}")
  ResponseEntity<byte[]> file(
      @PathVariable String format,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request) {
    search.requireWhole();
    GridQuery query = GridQuery.of(parameters).at(1);
    Ties ties = CountryNetwork.of(search.open(), query, page(request));
    return ChartFile.ofWord(format)
        .orElse(ChartFile.CSV)
        .answer(ties, page(request), site.of(query.address(PATH)));
  }

  private Page page(HttpServletRequest request) {
    return shell.page(Language.of(request));
  }
}
