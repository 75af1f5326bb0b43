package eu.metacluster.harvest.runs;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.Role;
import eu.metacluster.shared.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The bytes that a claim was read from. */
@Controller
class SnapshotPages {

  private final SnapshotBytes bytes;
  private final Records records;

  SnapshotPages(SnapshotBytes bytes, Records records) {
    this.bytes = bytes;
    this.records = records;
  }

  /** Shows the place of a claim; coordinators may look at any place. */
  @GetMapping("/snapshots/{id}")
  @PublicEndpoint("whoever sees a public fact may see what it was read from; checked per claim")
  String show(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable UUID record,
      @RequestParam(required = false) @Nullable Long claim,
      @RequestParam(defaultValue = "0") long from,
      @RequestParam(defaultValue = "0") int length,
      @AuthenticationPrincipal @Nullable Identity me,
      Model model) {
    Optional<ClaimView> asked =
        record == null || claim == null ? Optional.empty() : claim(id, record, claim, me);
    if (asked.isEmpty() && !coordinator(me)) {
      throw notThere();
    }
    Snapshot snapshot = bytes.find(id).orElseThrow(SnapshotPages::notThere);
    long start = asked.map(c -> c.at().offset()).orElse(from);
    int size = asked.map(c -> c.at().length()).orElse(Math.max(0, length));
    String value = asked.map(ClaimView::value).orElse("");
    model.addAttribute("snapshot", snapshot);
    model.addAttribute("sourceName", asked.map(ClaimView::sourceName).orElse(""));
    model.addAttribute("snippet", Snippet.of(bytes, snapshot, Math.max(0, start), size, value));
    return "harvest/snapshot";
  }

  private Optional<ClaimView> claim(long snapshot, UUID record, long claim, @Nullable Identity me) {
    boolean visible =
        records.find(record).map(GridRecord::state).filter(s -> s.isPublic()).isPresent()
            || (me != null && me.role().covers(Role.COMMITTEE));
    return visible
        ? records.claims(record).stream()
            .filter(c -> c.id() == claim && c.at().snapshot() == snapshot)
            .findFirst()
        : Optional.empty();
  }

  private static boolean coordinator(@Nullable Identity me) {
    return me != null && me.role().covers(Role.COORDINATOR);
  }

  /** All bytes, always as a download that no browser interprets. */
  @GetMapping("/snapshots/{id}/raw")
  @PreAuthorize("hasRole('COORDINATOR')")
  ResponseEntity<StreamingResponseBody> raw(@PathVariable long id) {
    Snapshot snapshot = bytes.find(id).orElseThrow(SnapshotPages::notThere);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"snapshot-" + id + ending(snapshot) + "\"")
        .body(out -> bytes.writeTo(snapshot, out));
  }

  private static String ending(Snapshot snapshot) {
    return snapshot.mediaType().equals("text/csv") ? ".csv" : ".xml";
  }

  private static Refusal notThere() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1411", "harvest.refusal.no_snapshot");
  }
}
