package eu.metacluster.intake.letters;

import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.platform.PublicEndpoint;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Ends letters about a submission: one click for a person, one request for a mail program (RFC
 * 8058). Looking at the link ends nothing, because programs that check mails open every link.
 */
@Controller
@PublicEndpoint("whoever holds the link is who the letter was sent to")
class StopLettersController {

  private final Stops stops;
  private final Submissions submissions;

  StopLettersController(Stops stops, Submissions submissions) {
    this.stops = stops;
    this.submissions = submissions;
  }

  @GetMapping("/letters/stop/{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    Stops.Stop stop = stops.behind(token).orElseThrow(Ways::gone);
    boolean stopped = stops.stopped(stop.submission(), stop.reader());
    return page(stop, token, stopped ? "stopped" : "ask", response);
  }

  @PostMapping("/letters/stop/{token}")
  ModelAndView stop(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String again,
      HttpServletResponse response) {
    Stops.Stop stop = stops.behind(token).orElseThrow(Ways::gone);
    boolean undo = again.equals("yes");
    stops.set(stop.submission(), stop.reader(), !undo);
    return page(stop, token, undo ? "again" : "stopped", response);
  }

  private ModelAndView page(
      Stops.Stop stop, String token, String state, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    String label = submissions.find(stop.submission()).map(Submission::label).orElse("");
    return new ModelAndView(
        "intake/stopLetters",
        Map.of("token", token, "state", state, "reader", stop.reader().word(), "label", label));
  }
}
