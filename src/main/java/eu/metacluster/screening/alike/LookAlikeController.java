package eu.metacluster.screening.alike;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.LocalPath;
import eu.metacluster.platform.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the committee says of records that look alike whether they are the same. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class LookAlikeController {

  private static final String HERE = "/queue/look-alikes";

  private final Suggestions suggestions;
  private final SuggestionViews views;
  private final Answers answers;

  LookAlikeController(Suggestions suggestions, SuggestionViews views, Answers answers) {
    this.suggestions = suggestions;
    this.views = views;
    this.answers = answers;
  }

  @GetMapping(HERE)
  String list(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    boolean dismissed = show.equals("dismissed");
    String known =
        Arrays.stream(RecordKind.values())
            .map(RecordKind::word)
            .filter(kind::equals)
            .findFirst()
            .orElse("");
    int number = PageNumber.of(page);
    Map<RecordKind, Long> open = suggestions.open();
    Map<RecordKind, Long> aside = suggestions.dismissed();
    List<SuggestionView> shown = views.of(suggestions.page(known, dismissed, number), Set.of());
    model.addAttribute(
        "view",
        new LookAlikesView(
            shown,
            known,
            dismissed,
            dismissed ? aside : open,
            (dismissed ? open : aside).values().stream().mapToLong(Long::longValue).sum(),
            number));
    return "screening/lookAlikes";
  }

  @PostMapping(HERE + "/{id}/dismissal")
  String dismiss(
      @PathVariable UUID id,
      @RequestParam(defaultValue = HERE) String back,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    answers.dismiss(me.account(), id);
    Flash.say(request, response, "screening.lookAlikes.dismissed");
    return "redirect:" + LocalPath.of(back);
  }

  @PostMapping(HERE + "/{id}/restoration")
  String restore(
      @PathVariable UUID id,
      @RequestParam(defaultValue = HERE) String back,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    answers.restore(me.account(), id);
    Flash.say(request, response, "screening.lookAlikes.restored");
    return "redirect:" + LocalPath.of(back);
  }

  @PostMapping(HERE + "/{id}/joining")
  String join(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String into,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    String handle = answers.join(me.account(), id, into);
    Flash.say(request, response, "screening.lookAlikes.joined");
    return "redirect:/queue/" + handle;
  }
}
