package eu.metacluster.screening.interests;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A reviewer's interests, and stepping back from a case. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class InterestsController {

  private static final String HOME = "/queue/interests";

  private final Interests interests;
  private final Cases cases;

  InterestsController(Interests interests, Cases cases) {
    this.interests = interests;
    this.cases = cases;
  }

  @GetMapping(HOME)
  String page(@AuthenticationPrincipal Identity me, Model model) {
    model.addAttribute("interests", interests.of(me.account()));
    return "screening/interests";
  }

  @PostMapping(HOME)
  String declare(
      @RequestParam(defaultValue = "") String organisation,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    GridRecord declared = interests.declare(me.account(), organisation);
    Flash.say(request, response, "screening.interest.declared", declared.title());
    return "redirect:" + HOME;
  }

  @PostMapping(HOME + "/{id}/end")
  String end(@PathVariable UUID id, @AuthenticationPrincipal Identity me) {
    interests.end(me.account(), id);
    return "redirect:" + HOME;
  }

  @PostMapping("/queue/{handle}/interest")
  String step(
      @PathVariable String handle,
      @RequestParam(defaultValue = "false") boolean back,
      @AuthenticationPrincipal Identity me) {
    CaseFile file = cases.get(handle);
    if (back) {
      interests.stepBack(me.account(), file);
    } else {
      interests.stepIn(me.account(), file);
    }
    return "redirect:/queue/" + handle;
  }
}
