package eu.metacluster.membership;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.people.privacy.Consents;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.SheetText;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who belongs to the partnership, for everybody: list, exports, and a page of each. */
@Controller
@PublicEndpoint("Who belongs to the partnership is public.")
class MembersController {

  static final String NAMED = "membership.consent.named";

  private static final List<String> HEAD =
      List.of(
          "handle",
          "name",
          "type",
          "helix",
          "country",
          "standing",
          "suspended",
          "website",
          "ror",
          "pic");

  private final Entities entities;
  private final Periods periods;
  private final Administrators administrators;
  private final HeldRoles roles;
  private final Consents consents;
  private final List<GridSight> grid;
  private final Rules rules;

  MembersController(
      Entities entities,
      Periods periods,
      Administrators administrators,
      HeldRoles roles,
      Consents consents,
      ObjectProvider<GridSight> grid,
      Rules rules) {
    this.entities = entities;
    this.periods = periods;
    this.administrators = administrators;
    this.roles = roles;
    this.consents = consents;
    this.grid = grid.orderedStream().toList();
    this.rules = rules;
  }

  @GetMapping("/members")
  String list(@RequestParam Map<String, String> query, Model model) {
    MemberFilter filter = MemberFilter.of(query, roles.today());
    List<Entity> all = entities.on(filter.day()).stream().filter(Entity::belongs).toList();
    model.addAttribute("filter", filter);
    model.addAttribute("found", filter.of(all));
    model.addAttribute("today", roles.today());
    Map<String, Map<String, Integer>> facets = new LinkedHashMap<>();
    facets.put("standing", MemberFilter.count(all, each -> String.valueOf(each.standing())));
    facets.put("helix", MemberFilter.count(all, each -> each.type().helix().name()));
    facets.put("type", MemberFilter.count(all, each -> each.type().name()));
    facets.put("country", MemberFilter.count(all, Entity::country));
    model.addAttribute("facets", facets);
    return "membership/members";
  }

  @GetMapping("/members.json")
  @ResponseBody
  List<Map<String, Object>> json(@RequestParam Map<String, String> query) {
    return rows(query);
  }

  @GetMapping("/members.csv")
  ResponseEntity<byte[]> csv(@RequestParam Map<String, String> query) {
    String text = sheet(rows(query));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("members.csv").build().toString())
        .body(SheetText.bytes(text));
  }

  private static String sheet(List<Map<String, Object>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEAD);
      for (Map<String, Object> row : rows) {
        csv.writeRecord(row.values().stream().map(MembersController::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "" : SheetText.harmless(value.toString());
  }

  private List<Map<String, Object>> rows(Map<String, String> query) {
    MemberFilter filter = MemberFilter.of(query, roles.today());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Entity each : filter.of(entities.on(filter.day()))) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("handle", each.handle());
      row.put("name", each.name());
      row.put("type", each.type().name());
      row.put("helix", each.type().helix().name());
      row.put("country", each.country());
      row.put("standing", String.valueOf(each.standing()));
      row.put("suspended", each.suspended());
      row.put("website", each.website());
      row.put("ror", each.ror());
      row.put("pic", each.pic());
      rows.add(row);
    }
    return rows;
  }

  @GetMapping("/members/{handle}")
  String member(
      @PathVariable String handle, @AuthenticationPrincipal @Nullable Identity me, Model model) {
    LocalDate today = roles.today();
    Entity entity = entities.find(handle, today).orElseThrow(MembersController::unknown);
    List<Dated> history = periods.history(entity.id());
    boolean inside = me != null && administrators.sees(me, entity.id());
    if (history.isEmpty() && !inside) {
      throw unknown();
    }
    model.addAttribute("entity", entity);
    model.addAttribute("history", history);
    model.addAttribute("names", entities.names(entity.id()));
    model.addAttribute("represented", periods.representations(entity.id()));
    model.addAttribute("people", named(entity.id()));
    model.addAttribute(
        "needed", Math.max(0, rules.administrators() - administrators.of(entity.id()).size()));
    model.addAttribute("inside", inside);
    model.addAttribute(
        "sight", grid.stream().flatMap(each -> each.of(entity).stream()).findFirst().orElse(null));
    return "membership/member";
  }

  /** Who acts for it and agreed to be named. */
  private List<String> named(UUID entity) {
    Map<UUID, String> people = new LinkedHashMap<>(administrators.of(entity));
    people.putAll(administrators.names(entity, Administrators.REPRESENTATIVE));
    Set<UUID> agreed = consents.holding(NAMED, people.keySet());
    people.keySet().retainAll(agreed);
    return List.copyOf(people.values());
  }

  static Refusal unknown() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1750", "membership.error.unknown");
  }
}
