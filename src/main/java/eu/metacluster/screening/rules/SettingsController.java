package eu.metacluster.screening.rules;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.screening.deciding.Criteria;
import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.screening.deciding.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the committee works: the two-person rule and the criteria. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class SettingsController {

  private static final String BACK = "redirect:/queue/settings";

  private final Settings settings;
  private final Criteria criteria;
  private final Reviewers reviewers;
  private final WhatRanks whatRanks;

  SettingsController(
      Settings settings, Criteria criteria, Reviewers reviewers, WhatRanks whatRanks) {
    this.whatRanks = whatRanks;
    this.settings = settings;
    this.criteria = criteria;
    this.reviewers = reviewers;
  }

  @GetMapping("/queue/settings")
  String page(@RequestParam(defaultValue = "") String reword, Model model) {
    List<Criterion> all = criteria.all();
    Criterion rewording =
        all.stream()
            .filter(one -> one.inForce() && one.key().equals(reword))
            .findFirst()
            .orElse(null);
    WhatRanks.Now ranks = whatRanks.now();
    model.addAttribute(
        "view",
        new SettingsView(
            settings.twoPerson(),
            settings.oneForOwn(),
            reviewers.count(),
            all,
            rewording,
            ranks.scope(),
            ranks.byWords(),
            ranks.problem()));
    return "screening/settings";
  }

  @PostMapping("/queue/settings/rule")
  String rule(
      @RequestParam(defaultValue = "off") String twoPerson,
      @RequestParam(defaultValue = "off") String oneForOwn,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    settings.twoPerson(me.account(), twoPerson.equals("on"));
    settings.oneForOwn(me.account(), oneForOwn.equals("on"));
    Flash.say(request, response, "screening.settings.saved");
    return BACK;
  }

  @PostMapping("/queue/settings/criteria")
  String add(
      @RequestParam String key,
      @RequestParam String scope,
      @RequestParam String english,
      @RequestParam String french,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    criteria.add(me.account(), key.strip(), !scope.equals("out"), scope, english, french);
    Flash.say(request, response, "screening.settings.saved");
    return BACK;
  }

  @PostMapping("/queue/settings/criteria/{key}/retire")
  String retire(
      @PathVariable String key,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    criteria.retire(me.account(), key);
    Flash.say(request, response, "screening.settings.saved");
    return BACK;
  }
}
