package eu.metacluster.discovery.plain;

import eu.metacluster.discovery.plain.PlainTexts.Source;
import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the committee has a public record said in plain words, reads it, and releases it. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class PlainController {

  private final PublicRecords records;
  private final PlainTexts texts;
  private final Drafter drafter;

  PlainController(PublicRecords records, PlainTexts texts, Drafter drafter) {
    this.records = records;
    this.texts = texts;
    this.drafter = drafter;
  }

  @GetMapping("/plain-words")
  ModelAndView page(@RequestParam(defaultValue = "") String record) {
    return show(find(record), null, null);
  }

  /** Asks the server; no connection to the database is held meanwhile. */
  @PostMapping("/plain-words/draft")
  ModelAndView draft(@RequestParam(defaultValue = "") String record) {
    GridRecord about = find(record);
    Optional<Source> source = texts.source(about.id());
    try {
      Source from =
          source.orElseThrow(
              () -> new Refusal(Refusal.Kind.CONFLICT, "MC-1678", "discovery.plain.error.MC-1678"));
      String draft = drafter.draft(from.title(), from.text());
      texts.keep(about.id(), from.digest(), drafter.model(), draft);
      return new ModelAndView("redirect:" + address(about));
    } catch (Refusal refusal) {
      return show(about, null, refusal);
    }
  }

  @PostMapping("/plain-words")
  ModelAndView release(
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    GridRecord about = find(record);
    try {
      texts.show(me.account(), about.id(), text);
    } catch (Refusal refusal) {
      return show(about, text, refusal);
    }
    Flash.say(request, response, "discovery.plain.released");
    return new ModelAndView("redirect:" + about.path());
  }

  @PostMapping("/plain-words/remove")
  String remove(
      @RequestParam(defaultValue = "") String record,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    GridRecord about = find(record);
    texts.remove(me.account(), about.id());
    Flash.say(request, response, "discovery.plain.removed");
    return "redirect:" + about.path();
  }

  private ModelAndView show(GridRecord about, @Nullable String typed, @Nullable Refusal problem) {
    Source source = texts.source(about.id()).orElse(null);
    PlainText now = texts.find(about.id()).filter(one -> !one.proposed().isEmpty()).orElse(null);
    boolean fresh = now != null && source != null && source.digest().equals(now.digest());
    String original = source == null ? null : source.text();
    PlainView view =
        new PlainView(about, original, now, fresh, drafter.on(), drafter.model(), typed, problem);
    ModelAndView page = new ModelAndView("discovery/plain", Map.of("view", view));
    page.setStatus(problem == null ? HttpStatus.OK : status(problem.kind()));
    return page;
  }

  private static HttpStatus status(Refusal.Kind kind) {
    return switch (kind) {
      case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
      case BAD_INPUT -> HttpStatus.BAD_REQUEST;
      default -> HttpStatus.CONFLICT;
    };
  }

  private GridRecord find(String path) {
    return records.at(path);
  }

  private static String address(GridRecord record) {
    return "/plain-words?record=" + record.path();
  }
}
