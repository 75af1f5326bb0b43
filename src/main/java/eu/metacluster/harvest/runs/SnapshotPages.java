package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.Role;
import eu.metacluster.shared.Refusal;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    Optional<Place> asked =
        record == null || claim == null ? Optional.empty() : place(id, record, claim, me);
    if (asked.isEmpty() && !coordinator(me)) {
      throw notThere();
    }
    Snapshot snapshot = bytes.find(id).orElseThrow(SnapshotPages::notThere);
    Place place =
        asked.orElse(new Place(new Finding.Locator(id, from, Math.max(0, length)), "", "", true));
    model.addAttribute("snapshot", snapshot);
    model.addAttribute("sourceName", place.sourceName());
    model.addAttribute("snippet", snippet(snapshot, place, committee(me)));
    return "harvest/snapshot";
  }

  /**
   * A place in a payload that somebody asked for.
   *
   * @param whole whether all of the row speaks of the record asked for, and of nothing hidden
   */
  private record Place(Finding.Locator at, String value, String sourceName, boolean whole) {}

  /** A visitor sees the row of a public project, and of anything else the claimed value alone. */
  private Snippet snippet(Snapshot snapshot, Place place, boolean committee) {
    if (!committee && !place.whole()) {
      return new Snippet("", place.value(), "", true, true);
    }
    long start = Math.max(0, place.at().offset());
    Snippet found = Snippet.of(bytes, snapshot, start, place.at().length(), place.value());
    return committee || place.at().length() == 0 ? found : found.alone();
  }

  private Optional<Place> place(long snapshot, UUID record, long claim, @Nullable Identity me) {
    Optional<GridRecord> found =
        records.find(record).filter(r -> r.state().isPublic() || committee(me));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    boolean project = found.get().kind() == RecordKind.PROJECT;
    Stream<Place> claims =
        records.claims(record).stream()
            .filter(c -> c.id() == claim)
            .map(c -> new Place(c.at(), c.value(), c.sourceName(), project));
    Stream<Place> parts =
        (project ? records.partners(record) : records.projectsOf(record, !committee(me)))
            .stream()
                .filter(p -> p.claim() == claim)
                .map(p -> new Place(p.at(), p.other().title(), "", true));
    return Stream.concat(claims, parts).filter(p -> p.at().snapshot() == snapshot).findFirst();
  }

  private static boolean committee(@Nullable Identity me) {
    return me != null && me.role().covers(Role.COMMITTEE);
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
