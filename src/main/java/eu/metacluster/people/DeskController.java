package eu.metacluster.people;

import eu.metacluster.platform.Identity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One list of what waits for the person who asks, the most urgent first. */
@Controller
@PreAuthorize("hasRole('MEMBER')")
class DeskController {

  private final List<DeskItems> modules;
  private final ZoneId zone;

  DeskController(
      ObjectProvider<DeskItems> modules, @Value("${metacluster.time-zone}") ZoneId zone) {
    this.modules = modules.orderedStream().toList();
    this.zone = zone;
  }

  @GetMapping("/desk")
  String desk(@AuthenticationPrincipal Identity me, Model model) {
    List<DeskItem> items =
        modules.stream()
            .flatMap(module -> module.of(me).stream())
            .sorted(
                Comparator.comparing(
                    DeskItem::due, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    model.addAttribute("items", items);
    model.addAttribute("today", LocalDate.now(zone));
    return "people/desk";
  }
}
