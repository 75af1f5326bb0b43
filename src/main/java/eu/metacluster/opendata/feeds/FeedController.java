package eu.metacluster.opendata.feeds;

import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.opendata.feeds.FeedText.Head;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** New records as a feed, of everything or of any search. */
@RestController
@PublicEndpoint("what became public may be followed by everybody")
class FeedController {

  private final NewRecords records;
  private final FeedText texts;
  private final Shell shell;

  FeedController(NewRecords records, FeedText texts, Shell shell) {
    this.records = records;
    this.texts = texts;
    this.shell = shell;
  }

  @GetMapping("/feeds/new.{format:atom|rss|json}")
  ResponseEntity<byte[]> feed(
      @PathVariable String format,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request) {
    GridQuery query = GridQuery.of(parameters);
    Page page = shell.page(Language.of(request));
    String title =
        query.words().isEmpty()
            ? page.t("opendata.feed.title")
            : page.t("opendata.feed.titleOf", query.words());
    NewRecords.Slice slice = records.of(query);
    String path = "/feeds/new." + format;
    Head head =
        new Head(
            title,
            query.address(path),
            slice.more() ? query.at(query.page() + 1).address(path) : null,
            query.at(1).address("/grid"),
            page.language().code());
    List<NewRecords.Entry> entries = slice.entries();
    return switch (format) {
      case "atom" ->
          Tagged.text(request, "application/atom+xml;charset=UTF-8", texts.atom(head, entries));
      case "rss" ->
          Tagged.text(request, "application/rss+xml;charset=UTF-8", texts.rss(head, entries));
      default ->
          Tagged.text(
              request, "application/feed+json;charset=UTF-8", texts.jsonFeed(head, entries));
    };
  }
}
