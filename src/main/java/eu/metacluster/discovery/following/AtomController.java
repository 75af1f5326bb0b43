package eu.metacluster.discovery.following;

import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is new in a search, as a feed (Atom) that any reader takes. */
@Controller
@PublicEndpoint("a feed says what the list says to everybody")
class AtomController {

  private static final int ENTRIES = 30;

  private final GridSearch search;
  private final SearchNames names;
  private final Records records;
  private final Shell shell;
  private final SiteAddress site;

  AtomController(
      GridSearch search, SearchNames names, Records records, Shell shell, SiteAddress site) {
    this.names = names;
    this.search = search.open();
    this.records = records;
    this.shell = shell;
    this.site = site;
  }

  @GetMapping("/grid.atom")
  ResponseEntity<String> feed(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request)
      throws XMLStreamException {
    GridQuery query = GridQuery.of(parameters).by(Sorting.AUTHORISED);
    Page page = shell.page(request, null);
    String name = names.of(query, page);
    List<Row> rows = search.find(query, ENTRIES).rows();
    Atom feed =
        new Atom(
            site.of(query.address("/grid")),
            site.of(query.address("/grid.atom")),
            page.t(
                "discovery.follow.feedTitle",
                name.isEmpty() ? page.t("discovery.follow.everything") : name),
            rows.stream().map(this::authorised).max(Instant::compareTo).orElse(Instant.EPOCH));
    for (Row row : rows) {
      String address = site.of(row.path());
      String title = row.acronym() == null ? row.title() : row.acronym() + ": " + row.title();
      feed.entry(address, address, title, authorised(row), row.title());
    }
    return feed.answer();
  }

  private Instant authorised(Row row) {
    return records
        .find(row.kind(), row.handle())
        .map(GridRecord::publishedAt)
        .orElse(Instant.EPOCH);
  }
}
