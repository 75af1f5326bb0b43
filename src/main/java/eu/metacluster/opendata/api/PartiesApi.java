package eu.metacluster.opendata.api;

import eu.metacluster.opendata.Described;
import eu.metacluster.opendata.items.ItemSource;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.opendata.items.Items.Participation;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who takes part in what, and which sources say so. */
@RestController
@PublicEndpoint("what is on the public grid may be taken along by programs")
class PartiesApi {

  private final Items items;
  private final Served served;
  private final SiteAddress site;
  private final JsonMapper json;

  PartiesApi(Items items, Served served, SiteAddress site, JsonMapper json) {
    this.items = items;
    this.served = served;
    this.site = site;
    this.json = json;
  }

  @GetMapping("/api/v1/participations")
  @Described("All participations in public records, page by page.")
  @Answers(value = Shapes.Parts.class, tag = "Participations")
  ResponseEntity<byte[]> participations(
      @RequestParam(required = false) @Described("How many on a page, 1 to 500, else 100.")
          @Nullable String limit,
      @RequestParam(required = false) @Described("Where the page before ended, as next says it.")
          @Nullable String after,
      HttpServletRequest request) {
    return page(request, "/api/v1/participations", null, limit, after);
  }

  @GetMapping("/api/v1/organisations/{id}/participations")
  @Described("What one organisation takes part in, page by page.")
  @Answers(value = Shapes.Parts.class, tag = "Participations")
  ResponseEntity<byte[]> participations(
      @PathVariable @Described("Id of the organisation.") String id,
      @RequestParam(required = false) @Described("How many on a page, 1 to 500, else 100.")
          @Nullable String limit,
      @RequestParam(required = false) @Described("Where the page before ended, as next says it.")
          @Nullable String after,
      HttpServletRequest request) {
    UUID organisation = organisation(id);
    if (items.find(organisation).filter(item -> !item.deleted()).isEmpty()) {
      throw RecordsApi.nothing();
    }
    String path = "/api/v1/organisations/" + organisation + "/participations";
    return page(request, path, organisation, limit, after);
  }

  private static UUID organisation(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw RecordsApi.nothing();
    }
  }

  private ResponseEntity<byte[]> page(
      HttpServletRequest request,
      String path,
      @Nullable UUID organisation,
      @Nullable String limit,
      @Nullable String after) {
    int size = Limits.of(limit);
    int dot = after == null ? -1 : after.indexOf('.');
    UUID project = Limits.cursor(after == null || dot < 0 ? after : after.substring(0, dot));
    int place = place(after, dot);
    long position = served.position();
    return served.page(
        request,
        position,
        () -> {
          List<Participation> found = items.participations(organisation, project, place, size + 1);
          List<Participation> shown = found.subList(0, Math.min(size, found.size()));
          StringBuilder text = new StringBuilder("{\"position\":").append(position);
          text.append(",\"participations\":[");
          shown.forEach(part -> append(text, part, part == shown.getFirst()));
          text.append(']');
          if (found.size() > size) {
            String cursor = shown.getLast().project() + "." + shown.getLast().place();
            String next = new Address(path).with("limit", limit).with("after", cursor).toString();
            text.append(",\"next\":").append(json.writeValueAsString(site.of(next)));
          }
          return text.append('}');
        });
  }

  private static int place(@Nullable String after, int dot) {
    if (after == null) {
      return 0;
    }
    if (dot < 0 || !after.substring(dot + 1).matches("[0-9]{1,8}")) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1805", "opendata.refused.cursor");
    }
    return Integer.parseInt(after.substring(dot + 1));
  }

  private void append(StringBuilder text, Participation part, boolean first) {
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("id", part.project().toString());
    project.put("kind", part.kind().word());
    project.put("handle", part.handle());
    project.put("title", part.title());
    text.append(first ? "" : ",").append("{\"project\":").append(json.writeValueAsString(project));
    text.append(',').append(part.body(), 1, part.body().length());
  }

  @GetMapping("/api/v1/sources")
  @Described("The sources from which something may be passed on, with their terms.")
  @Answers(value = Shapes.Sources.class, tag = "Sources")
  ResponseEntity<byte[]> sources(HttpServletRequest request) {
    List<Map<String, Object>> sources = new ArrayList<>();
    for (ItemSource source : items.sources()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("id", source.id());
      told.put("name", source.name());
      if (source.licence() != null) {
        told.put("licence", source.licence());
      }
      if (source.attribution() != null) {
        told.put("attribution", source.attribution());
      }
      sources.add(told);
    }
    String text = json.writeValueAsString(Map.of("sources", sources));
    return served.json(request, "s" + Integer.toHexString(text.hashCode()), () -> text);
  }
}
