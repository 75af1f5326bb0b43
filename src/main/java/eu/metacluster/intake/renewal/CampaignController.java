package eu.metacluster.intake.renewal;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Sources;
import eu.metacluster.intake.renewal.CampaignLine.Answer;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.NavEntry;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a coordinator asks many owners at once, and watches what they say. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class CampaignController {

  private static final int ROWS = 100;

  private final Campaigns campaigns;
  private final CampaignLetters letters;
  private final Sources sources;

  CampaignController(Campaigns campaigns, CampaignLetters letters, Sources sources) {
    this.campaigns = campaigns;
    this.letters = letters;
    this.sources = sources;
  }

  @GetMapping("/campaigns")
  ModelAndView list(@RequestParam Map<String, String> chosen, HttpServletRequest request) {
    CampaignForm form = CampaignForm.of(chosen);
    Map<String, Object> model = new HashMap<>();
    model.put("campaigns", campaigns.all());
    model.put("form", form);
    model.put("kinds", List.of(RecordKind.values()));
    model.put("sources", sources.terms());
    boolean looks = chosen.containsKey("look") && form.wrong().isEmpty();
    CampaignLetters.Sample letter = letters.sample(Language.of(request), "LIQUID");
    model.put("preview", looks ? campaigns.preview(form.choice(), letter) : null);
    return new ModelAndView("intake/campaigns", model);
  }

  @PostMapping("/campaigns")
  String start(
      @RequestParam Map<String, String> chosen,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    CampaignForm form = CampaignForm.of(chosen);
    if (!form.wrong().isEmpty() || form.name().isBlank()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1714", "intake.campaign.error.form");
    }
    UUID id = campaigns.start(me.account(), form.name(), form.choice(), form.all());
    Flash.say(request, response, "intake.campaign.started");
    return "redirect:/campaigns/" + id;
  }

  @GetMapping("/campaigns/{id}")
  ModelAndView watch(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "0") String from) {
    Campaign campaign = campaigns.get(id(id));
    List<CampaignLine> lines = campaigns.lines(campaign.id());
    Map<Answer, Long> counts =
        lines.stream().collect(Collectors.groupingBy(CampaignLine::answer, Collectors.counting()));
    List<CampaignLine> wanted =
        lines.stream().filter(l -> answer.isEmpty() || l.answer().word().equals(answer)).toList();
    int first = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
    Map<String, Object> model = new HashMap<>();
    model.put("campaign", campaign);
    model.put("counts", counts);
    model.put("answer", answer);
    model.put("total", wanted.size());
    model.put("from", first);
    model.put("lines", wanted.stream().skip(first).limit(ROWS).toList());
    model.put("next", first + ROWS < wanted.size() ? first + ROWS : null);
    return new ModelAndView("intake/campaign", model);
  }

  @PostMapping("/campaigns/{id}/remind")
  String remind(
      @PathVariable String id,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    int sent = campaigns.remind(me.account(), id(id));
    Flash.say(request, response, "intake.campaign.reminded", sent);
    return "redirect:/campaigns/" + id(id);
  }

  @PostMapping("/campaigns/{id}/end")
  String end(
      @PathVariable String id,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    int open = campaigns.end(me.account(), id(id));
    Flash.say(request, response, "intake.campaign.over", open);
    return "redirect:/campaigns/" + id(id);
  }

  private static UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.NOT_FOUND, "MC-1710", "intake.error.campaign");
    }
  }

  /** The way to it in the coordinator's menu. */
  @Configuration(proxyBeanMethods = false)
  static class Entry {

    private static final int PLACE = 55;

    @Bean
    NavEntry campaignsEntry() {
      return NavEntry.menu("intake.nav.campaigns", "/campaigns", Role.COORDINATOR, PLACE);
    }
  }
}
