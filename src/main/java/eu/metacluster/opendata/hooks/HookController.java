package eu.metacluster.opendata.hooks;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.NavEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is told of changes, and how that went. */
@Controller
@RequestMapping("/hooks")
@PreAuthorize("hasRole('COORDINATOR')")
class HookController {

  private static final int SHOWN = 100;

  private final Hooks hooks;

  HookController(Hooks hooks) {
    this.hooks = hooks;
  }

  @Bean
  static NavEntry hooksEntry() {
    return NavEntry.menu("opendata.nav.hooks", "/hooks", Role.COORDINATOR, 60);
  }

  @GetMapping
  ModelAndView page() {
    return new ModelAndView(
        "opendata/hooks", Map.of("hooks", hooks.all(), "deliveries", hooks.deliveries(SHOWN)));
  }

  @PostMapping
  String add(
      @RequestParam String address,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    hooks.add(address.strip(), me.account());
    Flash.say(request, response, "opendata.hooks.added");
    return "redirect:/hooks";
  }

  @PostMapping("/{id}/pause")
  String pause(@PathVariable UUID id, @RequestParam boolean on) {
    hooks.pause(id, on);
    return "redirect:/hooks";
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable UUID id, @AuthenticationPrincipal Identity me) {
    hooks.remove(id, me.account());
    return "redirect:/hooks";
  }

  @PostMapping("/deliveries/{delivery}/again")
  String again(
      @PathVariable long delivery, HttpServletRequest request, HttpServletResponse response) {
    hooks.again(delivery);
    Flash.say(request, response, "opendata.hooks.again.said");
    return "redirect:/hooks";
  }
}
