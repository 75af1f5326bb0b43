package eu.metacluster.screening.covering;

import eu.metacluster.people.HeldRoles;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.screening.away.Absence;
import eu.metacluster.screening.away.Absences;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who of the committee is away, and saying so of oneself. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class AwayController {

  private static final String HOME = "/queue/away";

  private final Absences absences;
  private final Covering covering;
  private final Reviewers reviewers;
  private final HeldRoles roles;

  AwayController(Absences absences, Covering covering, Reviewers reviewers, HeldRoles roles) {
    this.absences = absences;
    this.covering = covering;
    this.reviewers = reviewers;
    this.roles = roles;
  }

  @GetMapping(HOME)
  String page(@AuthenticationPrincipal Identity me, Model model) {
    LocalDate today = roles.today();
    List<Absence> all = absences.from(today);
    List<Absence> past =
        absences.of(me.account()).stream().filter(one -> !one.open(today)).limit(20).toList();
    model.addAttribute("absences", all);
    model.addAttribute("past", past);
    model.addAttribute("names", names(Stream.concat(all.stream(), past.stream()).toList()));
    model.addAttribute("today", today);
    model.addAttribute(
        "others",
        reviewers.all().entrySet().stream()
            .filter(one -> !one.getKey().equals(me.account()))
            .sorted(Map.Entry.comparingByValue())
            .toList());
    model.addAttribute("self", reviewers.all().get(me.account()));
    return "screening/away";
  }

  private Map<UUID, String> names(List<Absence> absences) {
    return reviewers.names(
        absences.stream()
            .flatMap(one -> Stream.of(one.account(), one.standIn()))
            .distinct()
            .toList());
  }

  @PostMapping(HOME)
  String declare(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String standIn,
      @RequestParam(defaultValue = "") String who,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (who.isEmpty() || !me.role().covers(Role.COORDINATOR)) {
      covering.declare(me.account(), person(standIn), day(from), day(to));
    } else {
      covering.declareFor(me.account(), person(who), person(standIn), day(from), day(to));
    }
    Flash.say(request, response, "screening.away.declared");
    return "redirect:" + HOME;
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1535", "screening.away.error.days");
    }
  }

  private static UUID person(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1537", "screening.away.error.standIn");
    }
  }

  @PostMapping(HOME + "/{id}/end")
  String end(
      @PathVariable UUID id,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (me.role().covers(Role.COORDINATOR)) {
      covering.endFor(me.account(), id);
    } else {
      covering.end(me.account(), id);
    }
    Flash.say(request, response, "screening.away.ended");
    return "redirect:" + HOME;
  }
}
