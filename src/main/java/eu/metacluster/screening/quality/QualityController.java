package eu.metacluster.screening.quality;

import eu.metacluster.screening.learning.Advice;
import eu.metacluster.screening.learning.Progress;
import eu.metacluster.screening.learning.StoppingRule;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the committee how good the proposals are and how far it has come. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class QualityController {

  private final Measured measured;
  private final Simulations simulations;
  private final StoppingRule rule = new StoppingRule();

  QualityController(Measured measured, Simulations simulations) {
    this.measured = measured;
    this.simulations = simulations;
  }

  @GetMapping("/queue/quality")
  String page(Model model) {
    boolean[] decided = measured.decided();
    Progress progress = Progress.of(decided);
    int unread = measured.unread();
    Advice advice = rule.advise(progress, unread);
    model.addAttribute("view", view(decided, progress, unread, advice));
    model.addAttribute("simulation", simulations.state());
    return "screening/quality";
  }

  private QualityView view(boolean[] decided, Progress progress, int unread, Advice advice) {
    double likely = progress.found() + advice.remaining().expected();
    return new QualityView(
        decided.length,
        progress.found(),
        unread,
        advice,
        Curve.of(decided, decided.length + unread, likely),
        measured.sources(),
        measured.months(),
        measured.reviewers(),
        measured.audit());
  }

  @PostMapping("/queue/quality/simulation")
  String simulate(@RequestParam(defaultValue = "") String source) {
    simulations.start(source);
    return "redirect:/queue/quality#simulation";
  }

  /** The part of the page that changes while a simulation runs. */
  @GetMapping("/queue/quality/simulation")
  String simulation(Model model) {
    model.addAttribute("simulation", simulations.state());
    return "screening/simulation";
  }
}
