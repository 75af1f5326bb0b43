package eu.metacluster.discovery.following;

import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.OpenRecord;
import eu.metacluster.grid.OpenRecords;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became different of one record or organisation, as a feed that any reader takes. */
@Controller
@PublicEndpoint("a feed says of a public record what may be passed on to everybody")
class RecordAtomController {

  private static final int ENTRIES = 30;

  /** So many others are told by their names in one entry. */
  private static final int NAMED = 40;

  private final Pasts pasts;
  private final PublicRecords shown;
  private final Records records;
  private final OpenRecords open;
  private final Shell shell;
  private final SiteAddress site;

  RecordAtomController(
      Pasts pasts,
      PublicRecords shown,
      Records records,
      OpenRecords open,
      Shell shell,
      SiteAddress site) {
    this.pasts = pasts;
    this.shown = shown;
    this.records = records;
    this.open = open;
    this.shell = shell;
    this.site = site;
  }

  @GetMapping("/follow.atom")
  ResponseEntity<String> feed(@RequestParam String record, HttpServletRequest request)
      throws XMLStreamException {
    GridRecord found = shown.at(record);
    String title = title(found);
    Page page = shell.page(request, null);
    DigestText text = new DigestText(page, site::of);
    String address = site.of(found.path());
    Instant since = Objects.requireNonNullElse(found.publishedAt(), Instant.EPOCH);
    List<Past> all = pasts.of(found).stream().limit(ENTRIES).toList();
    String self = site.of("/follow.atom?record=" + found.path());
    String name = page.t("discovery.follow.feedRecordTitle", title);
    Atom feed = new Atom(address, self, name, all.isEmpty() ? since : all.getFirst().at());
    for (Past past : all) {
      String id = address + "#" + past.at().toEpochMilli();
      feed.entry(id, address, title, past.at(), said(past, text));
    }
    if (all.size() < ENTRIES) {
      feed.entry(address + "#0", address, title, since, page.t("discovery.follow.authorised"));
    }
    return feed.answer();
  }

  private String title(GridRecord record) {
    return Optional.ofNullable(titles(List.of(record)).get(record.path()))
        .orElseThrow(PublicRecords::unknown);
  }

  /** What is different, in sentences. */
  private String said(Past past, DigestText text) {
    List<GridRecord> named =
        past.changes().stream()
            .flatMap(change -> Stream.concat(change.come().stream(), change.gone().stream()))
            .limit(NAMED)
            .map(path -> Paths.record(records, path))
            .flatMap(Optional::stream)
            .toList();
    Map<String, String> names = titles(named);
    return past.changes().stream()
        .flatMap(change -> text.lines(change, names).stream())
        .collect(Collectors.joining("\n"));
  }

  /** What these are called as far as it may be passed on, by their addresses. */
  private Map<String, String> titles(List<GridRecord> named) {
    Map<String, String> names = new HashMap<>();
    for (OpenRecord one : open.of(named.stream().map(GridRecord::id).toList()).values()) {
      if (one.title() != null) {
        names.put(one.record().path(), one.title());
      }
    }
    return names;
  }
}
