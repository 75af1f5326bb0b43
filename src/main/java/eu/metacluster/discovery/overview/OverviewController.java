package eu.metacluster.discovery.overview;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.ChartFile;
import eu.metacluster.discovery.pages.Listing;
import eu.metacluster.discovery.pages.Loosening;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.GridSubject;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The overview, and its charts as files. */
@Controller
@PublicEndpoint("the grid at a glance is open to everybody")
class OverviewController {

  private static final String PATH = "/overview";

  private final GridSearch search;
  private final SiteAddress site;
  private final Shell shell;
  private final GridSubject subject;

  OverviewController(GridSearch search, SiteAddress site, Shell shell, GridSubject subject) {
    this.search = search;
    this.site = site;
    this.shell = shell;
    this.subject = subject;
  }

  @GetMapping(PATH)
  ModelAndView overview(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
    return new ModelAndView(
        "discovery/overview", Map.of("overview", overview(search, parameters, page(request))));
  }

  @GetMapping(
      "/overview/{chart:kinds|years|subjects|countries|money|sizes|funders|programmes}.{format:svg|png|csv}")
  ResponseEntity<byte[]> file(
      @PathVariable String chart,
      @PathVariable String format,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request) {
    search.requireWhole();
    Page page = page(request);
    Overview overview = overview(search.open(), parameters, page);
    Chart wanted = overview.chart(chart).orElseThrow(PublicRecords::unknown);
    return ChartFile.ofWord(format)
        .orElse(ChartFile.CSV)
        .answer(wanted, page, site.of(PATH + overview.question()));
  }

  private Overview overview(GridSearch asked, MultiValueMap<String, String> parameters, Page page) {
    GridQuery query = GridQuery.of(parameters).at(1);
    Found found = asked.find(query, 1);
    List<Loosening> loosenings = Loosening.of(asked, query, found, UnaryOperator.identity());
    return Overview.of(
        asked,
        new Listing(PATH, null, Map.of(), query, found, loosenings),
        page,
        subject.described().isPresent());
  }

  private Page page(HttpServletRequest request) {
    return shell.page(Language.of(request));
  }
}
