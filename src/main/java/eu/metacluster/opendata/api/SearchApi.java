package eu.metacluster.opendata.api;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.opendata.Described;
import eu.metacluster.opendata.api.ItemJson.Fields;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Search for programs: the same words and facets as the page. */
@RestController
@PublicEndpoint("what is on the public grid may be taken along by programs")
class SearchApi {

  private final GridSearch search;
  private final Items items;
  private final ItemJson texts;
  private final Served served;
  private final SiteAddress site;
  private final JsonMapper json;

  SearchApi(
      GridSearch search,
      Items items,
      ItemJson texts,
      Served served,
      SiteAddress site,
      JsonMapper json) {
    this.search = search.open();
    this.items = items;
    this.texts = texts;
    this.served = served;
    this.site = site;
    this.json = json;
  }

  @GetMapping("/api/v1/search")
  @Described("Records that answer a question, best first, with counts to narrow it by.")
  @Answers(value = Shapes.Found.class, tag = "Search", narrowed = true)
  ResponseEntity<byte[]> search(
      @RequestParam(required = false)
          @Described(
              value = "Words, a question or the language of the search box.",
              example = "liquid biopsy")
          @Nullable String q,
      @RequestParam(required = false)
          @Described("relevance, newest, contribution, projects, title or authorised.")
          @Nullable String sort,
      @RequestParam(required = false) @Described("The page, from 1.") @Nullable String page,
      @RequestParam(required = false) @Described("How many on a page, 1 to 500, else 100.")
          @Nullable String limit,
      @RequestParam(required = false) @Described("Parts wanted, with commas between.")
          @Nullable String fields,
      @RequestParam MultiValueMap<String, String> all,
      HttpServletRequest request) {
    int size = Limits.of(limit);
    Limits.number("page", page, 1);
    Fields wanted = Fields.of(fields, false);
    search.requireWhole();
    GridQuery query = GridQuery.of(all);
    String tag = "q" + search.generation() + "-" + served.position();
    return served.json(request, tag, () -> answer(query, size, limit, fields, wanted));
  }

  private CharSequence answer(
      GridQuery query, int size, @Nullable String limit, @Nullable String fields, Fields wanted) {
    Found found = search.find(query, size);
    Map<String, Item> named = items.named(found.rows().stream().map(Row::handle).toList());
    List<Item> shown =
        found.rows().stream()
            .filter(row -> named.containsKey(row.handle()))
            .map(row -> named.get(row.handle()))
            .toList();
    StringBuilder text = new StringBuilder("{\"total\":").append(found.total());
    text.append(",\"page\":").append(found.page()).append(",\"pages\":").append(found.pages());
    text.append(",\"records\":[");
    shown.forEach(
        item -> texts.append(item == shown.getFirst() ? text : text.append(','), item, wanted));
    text.append("],\"facets\":").append(json.writeValueAsString(facets(found)));
    if (found.page() < found.pages()) {
      String next = query.at(found.page() + 1).address("/api/v1/search");
      String more =
          new Address("").with("limit", limit).with("fields", fields).toString().replace('?', '&');
      text.append(",\"next\":").append(texts.quoted(site.of(next + more)));
    }
    return text.append('}');
  }

  private static Map<String, List<Found.Count>> facets(Found found) {
    return Arrays.stream(Facet.values())
        .filter(facet -> !found.of(facet).isEmpty())
        .collect(Collectors.toMap(Facet::word, found::of, (one, other) -> one, LinkedHashMap::new));
  }
}
