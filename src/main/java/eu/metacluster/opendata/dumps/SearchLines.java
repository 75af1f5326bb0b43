package eu.metacluster.opendata.dumps;

import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that a search finds as lines of JSON, sent while it is read. */
@Controller
@PublicEndpoint("what is on the public grid may be taken along")
class SearchLines {

  private static final int MOST = 1_000_000;
  private static final int PIECE = 200;

  private final GridSearch search;
  private final Items items;
  private final SiteAddress site;

  SearchLines(GridSearch search, Items items, SiteAddress site) {
    this.search = search.open();
    this.items = items;
    this.site = site;
  }

  @GetMapping("/grid.jsonl")
  void lines(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
      throws IOException {
    search.requireWhole();
    response.setContentType("application/jsonl;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"grid.jsonl\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    write(new LinesFile(response.getOutputStream(), site.of("")), GridQuery.of(parameters));
  }

  private void write(LinesFile file, GridQuery query) throws IOException {
    List<String> handles = new ArrayList<>(PIECE);
    try {
      search.each(
          query,
          MOST,
          row -> {
            handles.add(row.handle());
            if (handles.size() == PIECE) {
              write(file, handles);
            }
          });
      write(file, handles);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(LinesFile file, List<String> handles) {
    Map<String, Item> named = items.named(handles);
    for (String handle : handles) {
      Item item = named.get(handle);
      if (item != null) {
        try {
          file.add(item);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    handles.clear();
  }
}
