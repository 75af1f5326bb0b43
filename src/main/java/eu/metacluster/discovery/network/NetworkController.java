package eu.metacluster.discovery.network;

import eu.metacluster.discovery.charts.ChartFile;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** An organisation's partners as a network, and its topics over time. */
@Controller
@PublicEndpoint("whom a public organisation works with in public projects is open to everybody")
class NetworkController {

  private final Networks networks;
  private final GridSearch search;
  private final PublicRecords records;
  private final SiteAddress site;
  private final Shell shell;

  NetworkController(
      Networks networks, GridSearch search, PublicRecords records, SiteAddress site, Shell shell) {
    this.search = search;
    this.networks = networks;
    this.records = records;
    this.site = site;
    this.shell = shell;
  }

  @GetMapping("/organisations/{handle}/network")
  ModelAndView network(@PathVariable String handle, HttpServletRequest request) {
    GridRecord organisation = records.get(RecordKind.ORGANISATION, handle);
    if (!organisation.handle().equals(handle)) {
      RedirectView moved = new RedirectView(Network.path(organisation));
      moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
      moved.setExposeModelAttributes(false);
      return new ModelAndView(moved);
    }
    return new ModelAndView(
        "discovery/network",
        Map.of("network", networks.of(organisation, page(request)), "behind", search.behind()));
  }

  @GetMapping(
      "/organisations/{handle}/network/{chart:years|technology-time|cancer-time}.{format:svg|png|csv}")
  ResponseEntity<byte[]> file(
      @PathVariable String handle,
      @PathVariable String chart,
      @PathVariable String format,
      HttpServletRequest request) {
    search.requireWhole();
    Page page = page(request);
    GridRecord organisation = records.get(RecordKind.ORGANISATION, handle);
    return ChartFile.ofWord(format)
        .orElse(ChartFile.CSV)
        .answer(
            networks.openCharts(organisation, page).stream()
                .filter(one -> one.name().equals(chart))
                .findFirst()
                .orElseThrow(PublicRecords::unknown),
            page,
            site.of(Network.path(organisation)));
  }

  @GetMapping("/organisations/{handle}/network/partners.{format:svg|png|csv}")
  ResponseEntity<byte[]> partners(
      @PathVariable String handle, @PathVariable String format, HttpServletRequest request) {
    search.requireWhole();
    GridRecord organisation = records.get(RecordKind.ORGANISATION, handle);
    return ChartFile.ofWord(format)
        .orElse(ChartFile.CSV)
        .answer(
            networks.openTies(organisation, page(request)),
            page(request),
            site.of(Network.path(organisation)));
  }

  private Page page(HttpServletRequest request) {
    return shell.page(Language.of(request));
  }
}
