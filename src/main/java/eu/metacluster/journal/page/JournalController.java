package eu.metacluster.journal.page;

import eu.metacluster.journal.Followers;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.Verifications;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal as administrators see it. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class JournalController {

  private final Journal journal;
  private final Followers followers;
  private final Verifications verifications;
  private final Lines lines;
  private final Shell shell;
  private final ZoneId zone;

  JournalController(
      Journal journal,
      Followers followers,
      Verifications verifications,
      Lines lines,
      Shell shell,
      @Value("${metacluster.time-zone}") ZoneId zone) {
    this.journal = journal;
    this.followers = followers;
    this.verifications = verifications;
    this.lines = lines;
    this.shell = shell;
    this.zone = zone;
  }

  @GetMapping("/journal")
  String list(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Long after,
      HttpServletRequest request,
      Model model) {
    Query query = new Query(kind, subject.strip(), actor.strip(), from.strip(), until.strip());
    Lines.Slice slice = lines.slice(query.filter(zone), before, after);
    model.addAttribute("view", view(query, slice, shell.page(request, null)));
    return "journal/journal";
  }

  /** The state of the chain alone, for a page that waits for a verification. */
  @GetMapping("/journal/chain")
  String chain(Model model) {
    model.addAttribute("head", journal.head());
    model.addAttribute("verification", verifications.latest().orElse(null));
    model.addAttribute("running", verifications.running().orElse(null));
    return "journal/chain";
  }

  @PostMapping("/journal/verification")
  String verify() {
    verifications.start();
    return "redirect:/journal";
  }

  @PostMapping("/journal/rebuilding")
  String rebuild(
      @RequestParam String follower,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    followers.reset(follower, me.account());
    Flash.say(request, response, "journal.rebuilding", follower);
    return "redirect:/journal";
  }

  private View view(Query query, Lines.Slice slice, Page page) {
    List<Line> shown = lines.lines(page, slice.entries());
    boolean empty = shown.isEmpty();
    return new View(
        journal.head(),
        verifications.latest().orElse(null),
        verifications.running().orElse(null),
        followers.states(),
        journal.kinds(),
        query,
        shown,
        empty || !slice.above() ? null : query.address("after", shown.getFirst().entry().seq()),
        empty || !slice.below() ? null : query.address("before", shown.getLast().entry().seq()));
  }
}
