package eu.metacluster.people.privacy;

import eu.metacluster.people.EmailAddress;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The records of processing, and how long things are kept. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class ProcessingController {

  private static final String HERE = "redirect:/processing";

  private final List<ProcessingActivity> activities;
  private final Retention retention;
  private final Erasure erasure;

  ProcessingController(
      ObjectProvider<ProcessingActivity> activities, Retention retention, Erasure erasure) {
    this.activities =
        activities.stream().sorted((one, other) -> one.key().compareTo(other.key())).toList();
    this.retention = retention;
    this.erasure = erasure;
  }

  @GetMapping("/processing")
  String records(Model model) {
    model.addAttribute("activities", activities);
    model.addAttribute("rules", retention.rehearse());
    return "people/processing";
  }

  @PostMapping("/processing/retention")
  String apply(
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    int gone = retention.apply(me.account());
    Flash.say(request, response, "people.retention.applied", gone);
    return HERE;
  }

  /** For a person who asked by letter or mail, with an account or without. */
  @PostMapping("/processing/erasure")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  String erase(
      @RequestParam(defaultValue = "") String email,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    String address =
        EmailAddress.of(email)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.BAD_INPUT, "MC-1212", "people.error.email"));
    erasure.erase(erasure.subject(address), me.account());
    Flash.say(request, response, "people.processing.erased");
    return HERE;
  }
}
