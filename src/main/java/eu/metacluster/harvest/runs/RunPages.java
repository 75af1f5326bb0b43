package eu.metacluster.harvest.runs;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One run: how far it is, what it said, and taking it back. */
@Controller
@RequestMapping("/sources/{source}/runs/{id}")
@PreAuthorize("hasRole('COORDINATOR')")
class RunPages {

  private static final int LINES = 200;

  private final SourceRegister sources;
  private final Runs runs;
  private final RunLog log;
  private final Ending ending;
  private final RunStream stream;
  private final Shell shell;

  RunPages(
      SourceRegister sources, Runs runs, RunLog log, Ending ending, RunStream stream, Shell shell) {
    this.sources = sources;
    this.runs = runs;
    this.log = log;
    this.ending = ending;
    this.stream = stream;
    this.shell = shell;
  }

  @GetMapping
  String run(
      @PathVariable long source,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") int part,
      @RequestParam(defaultValue = "1") int diff,
      HttpServletRequest request,
      Model model) {
    RunRow run = find(source, id, model);
    Page page = shell.page(Language.of(request));
    model.addAttribute("progress", RunProgress.of(page, run, Instant.now()));
    model.addAttribute("counts", log.counts(id));
    model.addAttribute("part", part);
    model.addAttribute("parts", parts(Math.min(run.problems(), RunLog.PROBLEMS_KEPT)));
    model.addAttribute("problems", log.problems(id, from(part), LINES));
    int changes = run.dry() ? run.outcome().claimsWritten() + run.outcome().claimsEnded() : 0;
    model.addAttribute("diff", diff);
    model.addAttribute("diffs", parts(Math.min(changes, RunLog.CHANGES_KEPT)));
    model.addAttribute("changes", log.changes(id, from(diff), LINES));
    return "harvest/run";
  }

  private static int from(int part) {
    return Math.max(0, part - 1) * LINES;
  }

  private static int parts(int lines) {
    return (lines + LINES - 1) / LINES;
  }

  /** The numbers alone as they change, for a page that waits. */
  @GetMapping("/events")
  SseEmitter events(
      @PathVariable long source,
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    find(source, id, model);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    return stream.open(id, shell.page(Language.of(request)));
  }

  @PostMapping("/cancellation")
  String cancel(
      @PathVariable long source,
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    find(source, id, model);
    if (runs.cancel(id)) {
      Flash.say(request, response, "harvest.run.cancelled");
    }
    return back(source, id);
  }

  @GetMapping("/rollback")
  String ask(@PathVariable long source, @PathVariable long id, Model model) {
    find(source, id, model);
    return "harvest/rollback";
  }

  @PostMapping("/rollback")
  String rollBack(
      @PathVariable long source,
      @PathVariable long id,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    find(source, id, model);
    ending.rollBack(id, me.account());
    Flash.say(request, response, "harvest.run.rolled_back");
    return back(source, id);
  }

  private RunRow find(long source, long id, Model model) {
    RunRow run = runs.get(id);
    if (run.source() != source) {
      throw new Refusal(Refusal.Kind.NOT_FOUND, "MC-1406", "harvest.refusal.no_run");
    }
    model.addAttribute("source", sources.get(source));
    model.addAttribute("run", run);
    model.addAttribute("now", Instant.now());
    return run;
  }

  private static String back(long source, long id) {
    return "redirect:/sources/" + source + "/runs/" + id;
  }
}
