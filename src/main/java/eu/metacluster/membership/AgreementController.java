package eu.metacluster.membership;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The text that members sign: public, in versions. */
@Controller
class AgreementController {

  private static final int LONGEST = 100_000;

  private final Signatures signatures;
  private final Journal journal;

  AgreementController(Signatures signatures, Journal journal) {
    this.signatures = signatures;
    this.journal = journal;
  }

  @GetMapping("/members/agreement")
  @PublicEndpoint("What members sign is public.")
  String read(Model model) {
    model.addAttribute("agreement", signatures.current());
    return "membership/agreement";
  }

  @PostMapping("/members/agreement")
  @PreAuthorize("hasRole('COORDINATOR')")
  @Transactional
  public String publish(
      @RequestParam(defaultValue = "") String english,
      @RequestParam(defaultValue = "") String french,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (english.isBlank() || french.isBlank() || english.length() + french.length() > LONGEST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1764", "membership.error.agreement");
    }
    int version = signatures.publish(english.strip(), french.strip());
    journal.append(
        new NewEntry(
            "membership.agreement-published", null, me.account(), Map.of("version", version)));
    Flash.say(request, response, "membership.agreement.published", version);
    return "redirect:/members/agreement";
  }
}
