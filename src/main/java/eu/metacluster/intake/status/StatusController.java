package eu.metacluster.intake.status;

import eu.metacluster.intake.receiving.SendingPace;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.ReadingTurns;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Questions;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a submission, for whoever holds its link. */
@Controller
@PublicEndpoint("whoever holds the link is the sender that it was given to")
class StatusController {

  private final StatusPages pages;
  private final Submissions submissions;
  private final Questions questions;
  private final Ways ways;
  private final SendingPace pace;
  private final ReadingTurns turns;

  StatusController(
      StatusPages pages,
      Submissions submissions,
      Questions questions,
      Ways ways,
      SendingPace pace,
      ReadingTurns turns) {
    this.pages = pages;
    this.submissions = submissions;
    this.questions = questions;
    this.ways = ways;
    this.pace = pace;
    this.turns = turns;
  }

  /** With one connection for all that it asks, and no transaction. */
  @GetMapping("/status/{token}")
  @Transactional(propagation = Propagation.SUPPORTS)
  ModelAndView status(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    StatusView view = turns.take(() -> pages.view(kept(token), token));
    return new ModelAndView("intake/status", Map.of("view", view));
  }

  @PostMapping("/status/{token}/answer")
  String answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request,
      HttpServletResponse response) {
    pace.save(request.getRemoteAddr());
    CaseFile file = pages.file(given(token));
    if (file == null) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1709", "intake.error.noQuestion");
    }
    questions.answer(null, file.handle(), text);
    Flash.say(request, response, "intake.answered");
    return "redirect:/status/" + token;
  }

  /** The sender's name and address are erased; what they gave goes its way without them. */
  @PostMapping("/status/{token}/forget")
  String forget(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    submissions.forget(given(token).id());
    Flash.say(request, response, "intake.forgotten");
    return "redirect:/status/" + token;
  }

  private Submission given(String token) {
    return kept(token).given();
  }

  private Submissions.Kept kept(String token) {
    return submissions
        .kept(ways.open(Purpose.STATUS, token))
        .filter(one -> one.given().state() == Submission.State.RECEIVED)
        .orElseThrow(Ways::gone);
  }
}
