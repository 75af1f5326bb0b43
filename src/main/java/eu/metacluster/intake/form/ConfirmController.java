package eu.metacluster.intake.form;

import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Confirms the address of a sender: opening the link changes nothing, its button does. */
@Controller
@PublicEndpoint("whoever holds the link is who it was sent to")
class ConfirmController {

  private final Sending sending;
  private final Ways ways;

  ConfirmController(Sending sending, Ways ways) {
    this.sending = sending;
    this.ways = ways;
  }

  @GetMapping("/add/confirm/{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    Submission given = sending.sent(token);
    if (given.state() == Submission.State.RECEIVED) {
      return new ModelAndView("redirect:" + ways.path(Purpose.STATUS, given.id()));
    }
    return new ModelAndView("intake/confirm", Map.of("token", token, "given", given));
  }

  @PostMapping("/add/confirm/{token}")
  String confirm(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    Submission given = sending.sent(token);
    if (sending.confirm(given)) {
      Flash.say(request, response, "intake.confirmed");
    }
    return "redirect:" + ways.path(Purpose.STATUS, given.id());
  }
}
