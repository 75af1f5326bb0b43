package eu.metacluster.screening.queue;

import eu.metacluster.platform.Identity;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps and drops a person's own views of the queue, and takes up what was put off. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class ViewController {

  private final SavedViews views;
  private final Skips skips;

  ViewController(SavedViews views, Skips skips) {
    this.views = views;
    this.skips = skips;
  }

  @PostMapping("/queue/views")
  String keep(@RequestParam Map<String, String> sent, @AuthenticationPrincipal Identity me) {
    QueueFilter filter = QueueFilter.of(sent);
    views.keep(me.account(), sent.getOrDefault("name", ""), filter);
    return "redirect:" + filter.address();
  }

  @PostMapping("/queue/views/drop")
  String drop(@RequestParam String name, @AuthenticationPrincipal Identity me) {
    views.drop(me.account(), name);
    return "redirect:/queue";
  }

  @PostMapping("/queue/skipped/take-up")
  String takeUp(@AuthenticationPrincipal Identity me) {
    skips.takeUp(me.account());
    return "redirect:/queue";
  }
}
