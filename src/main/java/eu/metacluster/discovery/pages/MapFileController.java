package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.areas.Areas;
import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Chart.Cell;
import eu.metacluster.discovery.charts.ChartFile;
import eu.metacluster.discovery.charts.MapSheet;
import eu.metacluster.discovery.map.Closeup;
import eu.metacluster.discovery.map.Regions;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Seat;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The map as a file: drawn as it was chosen, or its table whole. */
@Controller
@PublicEndpoint("the map is open to everybody")
class MapFileController {

  private static final String PATH = "/map";

  /** So many organisations are read at once. */
  private static final int AT_ONCE = 2_000;

  private final GridSearch search;
  private final Areas areas;
  private final Records records;
  private final SiteAddress site;
  private final Shell shell;

  MapFileController(
      GridSearch search, Areas areas, Records records, SiteAddress site, Shell shell) {
    this.search = search;
    this.areas = areas;
    this.records = records;
    this.site = site;
    this.shell = shell;
  }

  @GetMapping("/map.{format:svg|png|csv}")
  ResponseEntity<byte[]> file(
      @PathVariable String format,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request) {
    search.requireWhole();
    GridSearch open = search.open();
    GridQuery query = GridQuery.of(parameters).at(1);
    AtlasChoice choice = AtlasChoice.of(parameters);
    Page page = shell.page(Language.of(request));
    Listing listing = new Listing(PATH, null, choice.kept(), query, open.find(query, 1), List.of());
    AtlasView atlas =
        AtlasView.of(listing, open.spread(query, choice.unit().level()), choice, areas, page);
    AtlasSheet sheet = new AtlasSheet(atlas, areas, page);
    Focus focus = choice.focus();
    MapSheet map = focus == null ? sheet.whole() : near(open, query, focus, sheet, page);
    String address = Ways.with(choice.kept(), query.address(PATH));
    return ChartFile.ofWord(format).orElse(ChartFile.CSV).answer(map, page, site.of(address));
  }

  private MapSheet near(
      GridSearch open, GridQuery query, Focus focus, AtlasSheet sheet, Page page) {
    List<Seat> there = open.seats(query, focus::holds);
    Closeup closeup = Closeup.of(there, focus.window(there, areas), areas::box);
    List<Seat> listed = focus.code() == null ? Closeups.drawn(closeup) : there;
    List<Chart.Line> lines = new ArrayList<>();
    for (int from = 0; from < listed.size(); from += AT_ONCE) {
      List<Seat> some = listed.subList(from, Math.min(from + AT_ONCE, listed.size()));
      lines.addAll(lines(open, some, page));
    }
    return sheet.near(focus.name(page), closeup, lines);
  }

  /** By the names that may be passed on; whoever has none is counted without one. */
  private List<Chart.Line> lines(GridSearch open, List<Seat> seats, Page page) {
    Map<UUID, GridRecord> known = records.all(seats.stream().map(Seat::organisation).toList());
    Map<String, String> names =
        open.names(known.values().stream().map(GridRecord::handle).toList());
    return seats.stream().map(seat -> line(seat, known, names, page)).toList();
  }

  private static Chart.Line line(
      Seat seat, Map<UUID, GridRecord> known, Map<String, String> names, Page page) {
    GridRecord record = known.get(seat.organisation());
    String name = record == null ? null : names.get(record.handle());
    BigDecimal euros = seat.contribution();
    return new Chart.Line(
        record == null || name == null ? "" : record.handle(),
        name == null ? page.t("discovery.map.unnamed") : name,
        seat.region().isEmpty() ? page.country(seat.country()) : Regions.name(seat.region()),
        List.of(
            Cell.of(BigDecimal.valueOf(seat.projects())),
            Cell.of(euros.signum() == 0 ? null : euros)));
  }
}
