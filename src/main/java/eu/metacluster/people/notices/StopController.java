package eu.metacluster.people.notices;

import eu.metacluster.platform.PublicEndpoint;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Stopping from a mail, without signing in: one click for a person, one request for a mail program
 * (RFC 8058). Looking at the link stops nothing, because programs that check mails open every link.
 */
@Controller
@PublicEndpoint("Whoever holds the link is who it was sent to.")
class StopController {

  private final StopLinks links;
  private final Choices choices;

  StopController(StopLinks links, Choices choices) {
    this.links = links;
    this.choices = choices;
  }

  @GetMapping("/notices/stop/{token}")
  String look(@PathVariable String token, HttpServletResponse response, Model model) {
    return show(links.look(token), token, "ask", response, model);
  }

  @PostMapping("/notices/stop/{token}")
  String stop(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String again,
      HttpServletResponse response,
      Model model) {
    StopLinks.Stop stop = links.look(token);
    boolean undo = again.equals("yes");
    choices.set(stop.account(), stop.topics(), undo ? null : Frequency.NEVER);
    return show(stop, token, undo ? "again" : "stopped", response, model);
  }

  private static String show(
      StopLinks.Stop stop, String token, String state, HttpServletResponse response, Model model) {
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("topics", stop.topics());
    model.addAttribute("token", token);
    model.addAttribute("state", state);
    return "people/stop";
  }
}
