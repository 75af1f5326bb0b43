package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Sources;
import eu.metacluster.people.DeskItem;
import eu.metacluster.people.DeskItems;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pausing, retiring and settling the alarms of a source. */
@Controller
@RequestMapping("/sources/{id}")
@PreAuthorize("hasRole('COORDINATOR')")
class SourceLife {

  private final SourceRegister sources;
  private final Alarms alarms;
  private final Sources terms;

  SourceLife(SourceRegister sources, Alarms alarms, Sources terms) {
    this.terms = terms;
    this.sources = sources;
    this.alarms = alarms;
  }

  /** What lasts waits on every coordinator's desk. */
  @Bean
  static DeskItems sourceAlarms(
      ObjectProvider<Alarms> alarms, ObjectProvider<SourceRegister> sources) {
    return person ->
        person.role().covers(Role.COORDINATOR)
            ? alarms.getObject().open().stream()
                .map(alarm -> item(alarm, sources.getObject().get(alarm.source())))
                .toList()
            : List.of();
  }

  private static DeskItem item(Alarm alarm, SourceRow source) {
    return new DeskItem(
        "harvest.desk.alarm." + alarm.kind().word(),
        List.of(source.name(), alarm.about()),
        "/sources/" + source.id(),
        null);
  }

  @PostMapping("/pause")
  String pause(
      @PathVariable long id,
      @RequestParam boolean on,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    sources.pause(id, on, me.account());
    Flash.say(request, response, on ? "harvest.source.paused" : "harvest.source.resumed");
    return "redirect:/sources/" + id;
  }

  /** Whether what it states may be handed on to others. */
  @PostMapping("/passing-on")
  String passOn(
      @PathVariable long id,
      @RequestParam boolean on,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    terms.allowPassingOn(sources.get(id).id(), on, me.account());
    Flash.say(request, response, on ? "harvest.source.passed" : "harvest.source.keptBack");
    return "redirect:/sources/" + id;
  }

  @PostMapping("/retirement")
  String retire(
      @PathVariable long id,
      @RequestParam boolean on,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    sources.retire(id, on, me.account());
    Flash.say(request, response, on ? "harvest.source.retired" : "harvest.source.reinstated");
    return "redirect:/sources/" + id;
  }

  /** Somebody has looked and says that it is in order. */
  @PostMapping("/alarms/{alarm}")
  String settle(
      @PathVariable long id,
      @PathVariable long alarm,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    alarms.of(id).stream()
        .filter(one -> one.id() == alarm && one.overAt() == null)
        .forEach(one -> alarms.over(id, one.kind(), one.about(), me.account()));
    Flash.say(request, response, "harvest.alarm.settled");
    return "redirect:/sources/" + id;
  }
}
