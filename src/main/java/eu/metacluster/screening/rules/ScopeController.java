package eu.metacluster.screening.rules;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.screening.rescoring.Preview;
import eu.metacluster.screening.rescoring.Rescoring;
import eu.metacluster.screening.scope.ScopeDefinition;
import eu.metacluster.screening.scoping.ScopeInForce;
import eu.metacluster.screening.scoping.Scopes;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the partnership looks for: read, described, tried on what waits, put in force. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class ScopeController {

  private static final String BACK = "redirect:/queue/scope";

  private final Scopes scopes;
  private final WhatRanks whatRanks;
  private final Rescoring rescoring;
  private final Preview preview;
  private final Reviewers reviewers;

  ScopeController(
      Scopes scopes,
      WhatRanks whatRanks,
      Rescoring rescoring,
      Preview preview,
      Reviewers reviewers) {
    this.scopes = scopes;
    this.whatRanks = whatRanks;
    this.rescoring = rescoring;
    this.preview = preview;
    this.reviewers = reviewers;
  }

  @GetMapping("/queue/scope")
  String page(Model model) {
    ScopeForm form =
        scopes.versions().stream()
            .filter(ScopeInForce::described)
            .findFirst()
            .map(last -> ScopeForm.of(last.definition(), last.byModel()))
            .orElseGet(
                () -> ScopeForm.of(new ScopeDefinition("", "", List.of(), List.of()), false));
    return show(form, null, model);
  }

  /** The part of the page that changes while cases are scored again. */
  @GetMapping("/queue/scope/progress")
  String progress(Model model) {
    model.addAttribute("progress", rescoring.progress());
    return "screening/rescoring";
  }

  @PostMapping("/queue/scope/preview")
  String preview(
      @RequestParam String name,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String examples,
      @RequestParam(defaultValue = "") String counterExamples,
      @RequestParam(defaultValue = "off") String byModel,
      Model model,
      HttpServletResponse response) {
    ScopeForm form =
        new ScopeForm(name, text, examples, counterExamples, byModel.equals("on"), null);
    try {
      ScopeDefinition definition = form.definition();
      Scopes.check(definition);
      return show(form, preview.of(definition), model);
    } catch (Refusal refusal) {
      return refused(form, refusal, model, response);
    }
  }

  @PostMapping("/queue/scope")
  String describe(
      @RequestParam String name,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String examples,
      @RequestParam(defaultValue = "") String counterExamples,
      @RequestParam(defaultValue = "off") String byModel,
      @AuthenticationPrincipal Identity me,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean fitted = byModel.equals("on") && whatRanks.now().own();
    ScopeForm form = new ScopeForm(name, text, examples, counterExamples, fitted, null);
    try {
      scopes.describe(me.account(), form.definition(), fitted);
    } catch (Refusal refusal) {
      return refused(form, refusal, model, response);
    }
    Flash.say(request, response, "screening.scoping.saved");
    return BACK;
  }

  @PostMapping("/queue/scope/built-in")
  String builtIn(
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    scopes.builtIn(me.account());
    Flash.say(request, response, "screening.scoping.saved");
    return BACK;
  }

  private String refused(
      ScopeForm form, Refusal refusal, Model model, HttpServletResponse response) {
    response.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? 409 : 400);
    return show(form.refused(refusal), null, model);
  }

  private String show(ScopeForm form, Preview.@Nullable First first, Model model) {
    WhatRanks.Now now = whatRanks.now();
    List<ScopeInForce> versions = scopes.versions();
    model.addAttribute(
        "view",
        new ScopeView(
            now.scope(),
            now.byWords(),
            now.own(),
            now.problem(),
            rescoring.progress(),
            form,
            first,
            versions,
            reviewers.names(
                versions.stream().map(ScopeInForce::setBy).filter(Objects::nonNull).toList())));
    return "screening/scope";
  }
}
