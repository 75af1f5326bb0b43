package eu.metacluster.screening.punctual;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.screening.clock.Calendars;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The days on which nobody works, as the coordinator keeps them. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class CalendarController {

  private static final String BACK = "redirect:/queue/calendar";

  private final Calendars calendars;

  CalendarController(Calendars calendars) {
    this.calendars = calendars;
  }

  @GetMapping("/queue/calendar")
  ModelAndView page() {
    LocalDate today = calendars.today();
    return new ModelAndView(
        "screening/calendar",
        Map.of(
            "days", calendars.between(today, today.plusYears(2)),
            "due", calendars.current().due(today)));
  }

  @PostMapping("/queue/calendar")
  String add(
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String name,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    calendars.free(me.account(), day(day), name.strip());
    Flash.say(request, response, "screening.settings.saved");
    return BACK;
  }

  @PostMapping("/queue/calendar/{day}/work")
  String work(
      @PathVariable String day,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    calendars.work(me.account(), day(day));
    Flash.say(request, response, "screening.settings.saved");
    return BACK;
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1523", "screening.error.day");
    }
  }
}
