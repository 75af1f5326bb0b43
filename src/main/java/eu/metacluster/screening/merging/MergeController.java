package eu.metacluster.screening.merging;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the committee merges two records and takes a merge back. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class MergeController {

  private static final int SHOWN = 200;

  private final Records records;
  private final Lifecycle lifecycle;
  private final MergeDoers doers;

  MergeController(Records records, Lifecycle lifecycle, MergeDoers doers) {
    this.records = records;
    this.lifecycle = lifecycle;
    this.doers = doers;
  }

  @GetMapping("/merges")
  String list(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String into,
      Model model) {
    model.addAttribute("from", from.startsWith("/") ? from : "");
    model.addAttribute("into", into.startsWith("/") ? into : "");
    model.addAttribute("merges", doers.told(records.merges(SHOWN)));
    return "screening/merges";
  }

  @PostMapping("/merges")
  String merge(
      @RequestParam String from,
      @RequestParam String into,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    GridRecord gone = at(from);
    GridRecord kept = at(into);
    lifecycle.merge(gone.id(), kept.id(), reason(me));
    Flash.say(request, response, "screening.merges.done", gone.label(), kept.label());
    return "redirect:/merges";
  }

  @PostMapping("/merges/{id}/undo")
  String undo(
      @PathVariable UUID id,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    lifecycle.unmerge(id, reason(me));
    Flash.say(request, response, "screening.merges.undone");
    return "redirect:/merges";
  }

  private static Lifecycle.Reason reason(Identity me) {
    return new Lifecycle.Reason(me.account(), null, null);
  }

  /** The record at an address as the browser shows it, with or without the host before it. */
  private GridRecord at(String address) {
    String path = address.strip().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
    int slash = path.lastIndexOf('/');
    Optional<GridRecord> found =
        slash < 1
            ? Optional.empty()
            : Arrays.stream(RecordKind.values())
                .filter(kind -> GridRecord.path(kind, "").equals(path.substring(0, slash + 1)))
                .findFirst()
                .flatMap(kind -> records.find(kind, path.substring(slash + 1)));
    return found.orElseThrow(
        () ->
            new Refusal(
                Refusal.Kind.BAD_INPUT, "MC-1530", "screening.merges.refused.address", address));
  }
}
