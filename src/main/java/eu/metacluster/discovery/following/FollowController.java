package eu.metacluster.discovery.following;

import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.people.EmailAddress;
import eu.metacluster.people.Pace;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing to follow something: signed in at once, as a visitor once the address is confirmed. */
@Controller
@PublicEndpoint("anybody may follow what is public, with an address that they confirm")
class FollowController {

  private static final int LONGEST = 1_500;

  private final Following following;
  private final Standings standings;
  private final Records records;
  private final Pace pace;
  private final SearchNames names;
  private final Shell shell;

  FollowController(
      Following following,
      Standings standings,
      Records records,
      Pace pace,
      SearchNames names,
      Shell shell) {
    this.following = following;
    this.standings = standings;
    this.records = records;
    this.pace = pace;
    this.names = names;
    this.shell = shell;
  }

  @GetMapping("/follow")
  ModelAndView form(
      @RequestParam(required = false) @Nullable String record,
      @RequestParam(required = false) @Nullable String search,
      HttpServletRequest request) {
    return page(wanted(record, search, Language.of(request)), "", false);
  }

  private static ModelAndView page(Wanted wanted, String email, boolean unusable) {
    ModelAndView page = new ModelAndView("discovery/follow");
    page.addObject("wanted", wanted);
    page.addObject("email", email);
    page.addObject("unusable", unusable);
    return page;
  }

  @PostMapping("/follow")
  ModelAndView follow(
      @RequestParam(required = false) @Nullable String record,
      @RequestParam(required = false) @Nullable String search,
      @RequestParam(defaultValue = "") List<String> matters,
      @RequestParam(defaultValue = "week") String rhythm,
      @RequestParam(defaultValue = "") String email,
      @AuthenticationPrincipal @Nullable Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language language = Language.of(request);
    Wanted wanted = wanted(record, search, language);
    Set<Matter> chosen = Matter.chosen(wanted.possible(), matters);
    if (me != null) {
      following.follow(me.account(), language, wanted, chosen);
      Flash.say(request, response, "discovery.follow.done", wanted.name());
      return new ModelAndView("redirect:/follows");
    }
    Optional<String> address = EmailAddress.of(email);
    if (address.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return page(wanted, email, true);
    }
    pace.count(address.get(), request.getRemoteAddr());
    following.ask(address.get(), language, Rhythm.of(rhythm), wanted, chosen);
    return new ModelAndView("discovery/followAsked", "email", address.get());
  }

  /** What is to be followed: a public record at an address of the site, or the query of a list. */
  private Wanted wanted(@Nullable String record, @Nullable String search, Language language) {
    if (record != null) {
      GridRecord found =
          Paths.record(records, record)
              .filter(one -> one.state().isPublic())
              .orElseThrow(
                  () ->
                      new Refusal(Refusal.Kind.NOT_FOUND, "MC-1601", "discovery.refused.noRecord"));
      return Wanted.of(found, standings.of(found));
    }
    String question = search == null ? "" : search;
    if (question.length() > LONGEST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1621", "discovery.follow.refused.long");
    }
    GridQuery query = Standings.query(question);
    return Wanted.of(query, names.of(query, shell.page(language)), standings.begun(query));
  }
}
