package eu.metacluster.screening.review;

import eu.metacluster.platform.Identity;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.queue.Afterwards;
import eu.metacluster.screening.queue.Queue;
import eu.metacluster.screening.queue.QueueFilter;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one case: read, decide, take back. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class CaseController {

  /** Sent by the script that holds the next page already: it only needs the line about this one. */
  private static final String AHEAD = "X-Queue";

  private final Cases cases;
  private final CasePages pages;
  private final CaseForms forms;
  private final Deciding deciding;
  private final Queue queue;
  private final Afterwards afterwards;

  CaseController(
      Cases cases,
      CasePages pages,
      CaseForms forms,
      Deciding deciding,
      Queue queue,
      Afterwards afterwards) {
    this.cases = cases;
    this.pages = pages;
    this.forms = forms;
    this.deciding = deciding;
    this.queue = queue;
    this.afterwards = afterwards;
  }

  @GetMapping("/queue/{handle}")
  String page(
      @PathVariable String handle,
      @RequestParam MultiValueMap<String, String> parameters,
      @AuthenticationPrincipal Identity me,
      Model model) {
    CaseFile file = cases.get(handle);
    QueueFilter filter = QueueFilter.of(parameters.asSingleValueMap());
    CaseFile holding = cases.holding(file);
    if (!holding.handle().equals(handle)) {
      return "redirect:" + holding.path() + filter.query();
    }
    model.addAttribute(
        "view",
        pages.view(
            file, me, filter, parameters.getFirst("after"), reading -> forms.fresh(file, reading)));
    return "screening/case";
  }

  @PostMapping("/queue/{handle}/decision")
  String decide(
      @PathVariable String handle,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestHeader(name = AHEAD, required = false) @Nullable String ahead,
      @AuthenticationPrincipal Identity me,
      Model model,
      HttpServletResponse response) {
    QueueFilter filter = QueueFilter.of(sent.asSingleValueMap());
    try {
      deciding.vote(me, handle, CaseForms.ballot(sent));
    } catch (Refusal refusal) {
      return refused(handle, sent, refusal, me, filter, model, response);
    }
    String next =
        held(ahead, handle)
            .or(() -> queue.next(filter, me.account(), cases.get(handle)))
            .orElse(null);
    if (ahead != null && next != null) {
      response.setHeader(AHEAD, next);
      model.addAttribute("after", afterwards.find(handle, me));
      model.addAttribute("back", "/queue/" + next + filter.query());
      return "screening/after";
    }
    String query = filter.query();
    return "redirect:/queue"
        + (next == null ? "" : "/" + next)
        + (query.isEmpty() ? "?" : query + "&")
        + "after="
        + handle;
  }

  /** The case whose page is loaded already, while it waits; the order may have changed since. */
  private Optional<String> held(@Nullable String ahead, String handle) {
    return Optional.ofNullable(ahead)
        .filter(held -> !held.equals(handle))
        .flatMap(cases::find)
        .filter(CaseFile::open)
        .map(CaseFile::handle);
  }

  /** Shows the case again, with what was typed and the sentence that says no. */
  private String refused(
      String handle,
      MultiValueMap<String, String> sent,
      Refusal refusal,
      Identity me,
      QueueFilter filter,
      Model model,
      HttpServletResponse response) {
    CaseFile file = cases.holding(cases.get(handle));
    response.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? 409 : 400);
    model.addAttribute(
        "view", pages.view(file, me, filter, null, reading -> forms.sent(sent, reading, refusal)));
    return "screening/case";
  }

  @PostMapping("/queue/{handle}/undo")
  String undo(
      @PathVariable String handle,
      @RequestParam MultiValueMap<String, String> parameters,
      @AuthenticationPrincipal Identity me) {
    deciding.undo(me, handle);
    return "redirect:/queue/" + handle + QueueFilter.of(parameters.asSingleValueMap()).query();
  }
}
