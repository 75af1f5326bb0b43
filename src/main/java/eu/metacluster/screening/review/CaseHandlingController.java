package eu.metacluster.screening.review;

import eu.metacluster.platform.Identity;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.clock.Pauses;
import eu.metacluster.screening.deciding.Questions;
import eu.metacluster.screening.deciding.Splitting;
import eu.metacluster.screening.queue.Assignments;
import eu.metacluster.screening.queue.Queue;
import eu.metacluster.screening.queue.QueueFilter;
import eu.metacluster.screening.queue.Skips;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is done with a case beside deciding it: left for later, given to somebody, answered, split.
 */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class CaseHandlingController {

  private final Cases cases;
  private final Queue queue;
  private final Skips skips;
  private final Assignments assignments;
  private final Questions questions;
  private final Splitting splitting;
  private final Pauses pauses;

  CaseHandlingController(
      Cases cases,
      Queue queue,
      Skips skips,
      Assignments assignments,
      Questions questions,
      Splitting splitting,
      Pauses pauses) {
    this.cases = cases;
    this.queue = queue;
    this.skips = skips;
    this.assignments = assignments;
    this.questions = questions;
    this.splitting = splitting;
    this.pauses = pauses;
  }

  @PostMapping("/queue/{handle}/skip")
  String skip(
      @PathVariable String handle,
      @RequestParam MultiValueMap<String, String> parameters,
      @AuthenticationPrincipal Identity me) {
    QueueFilter filter = QueueFilter.of(parameters.asSingleValueMap());
    CaseFile file = cases.get(handle);
    skips.skip(me.account(), file);
    return "redirect:/queue"
        + queue.next(filter, me.account(), file).map(next -> "/" + next).orElse("")
        + filter.query();
  }

  @PostMapping("/queue/{handle}/assignment")
  String assign(
      @PathVariable String handle,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal Identity me) {
    assignments.give(me.account(), handle, CaseForms.account(sent.getFirst("reviewer")));
    return "redirect:/queue/" + handle + QueueFilter.of(sent.asSingleValueMap()).query();
  }

  @PostMapping("/queue/{handle}/answer")
  String answer(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal Identity me) {
    questions.answer(me.account(), handle, text);
    return "redirect:/queue/" + handle;
  }

  @PostMapping("/queue/{handle}/pause")
  String pause(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Identity me) {
    CaseFile file = cases.get(handle);
    pauses.stop(me.account(), file.id(), file.lead(), reason);
    return "redirect:/queue/" + handle;
  }

  @PostMapping("/queue/{handle}/resume")
  String resume(@PathVariable String handle, @AuthenticationPrincipal Identity me) {
    CaseFile file = cases.get(handle);
    pauses.start(me.account(), file.id(), file.lead());
    return "redirect:/queue/" + handle;
  }

  @PostMapping("/queue/{handle}/split")
  String split(
      @PathVariable String handle,
      @RequestParam UUID record,
      @AuthenticationPrincipal Identity me) {
    return "redirect:/queue/" + splitting.split(me.account(), handle, record);
  }
}
