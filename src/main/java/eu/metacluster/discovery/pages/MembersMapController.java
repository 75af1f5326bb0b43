package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.Members;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the members of the partnership are, as a map and as a table. */
@Controller
@PublicEndpoint("Who belongs to the partnership is public.")
class MembersMapController {

  private final Members members;
  private final Shell shell;

  MembersMapController(Members members, Shell shell) {
    this.members = members;
    this.shell = shell;
  }

  @GetMapping("/members/map")
  ModelAndView map(@RequestParam(defaultValue = "") String on, HttpServletRequest request) {
    Page page = shell.page(Language.of(request));
    LocalDate day = day(on);
    Map<String, List<Entity>> byCountry =
        members.on(day).stream()
            .collect(Collectors.groupingBy(Entity::country, TreeMap::new, Collectors.toList()));
    Map<String, @Nullable BigDecimal> counts = new TreeMap<>();
    byCountry.forEach((iso, all) -> counts.put(iso, BigDecimal.valueOf(all.size())));
    Drawing drawing = Drawing.of(counts, false);
    List<MembersLine> lines =
        byCountry.entrySet().stream()
            .map(one -> line(one.getKey(), one.getValue(), drawing, page))
            .sorted(
                Comparator.comparingInt((MembersLine line) -> -line.members().size())
                    .thenComparing(MembersLine::name))
            .toList();
    return new ModelAndView(
        "discovery/membersMap", Map.of("drawing", drawing, "lines", lines, "day", day));
  }

  private static MembersLine line(String iso, List<Entity> all, Drawing drawing, Page page) {
    List<Entity> sorted = all.stream().sorted(Comparator.comparing(Entity::name)).toList();
    boolean shown = drawing.lands().stream().anyMatch(land -> land.iso().equals(iso));
    return new MembersLine(iso, page.country(iso), sorted, shown);
  }

  private LocalDate day(String typed) {
    try {
      return typed.isEmpty() ? members.today() : LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return members.today();
    }
  }
}
