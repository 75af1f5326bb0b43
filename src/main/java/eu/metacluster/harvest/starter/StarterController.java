package eu.metacluster.harvest.starter;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Says what the starter set is, and takes it back with one click. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class StarterController {

  private final StarterSet starter;

  StarterController(StarterSet starter) {
    this.starter = starter;
  }

  @GetMapping("/starter-set")
  String page(Model model) {
    model.addAttribute("present", starter.present());
    return "harvest/starter";
  }

  @PostMapping("/starter-set/remove")
  String remove(
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    starter.remove(me.account());
    Flash.say(request, response, "harvest.starter.removed");
    return "redirect:/starter-set";
  }
}
