package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.dumps.Dump.DumpFile;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The versions of the whole set: a page, and the files. */
@Controller
class DumpController {

  private static final String OPEN = "what is on the public grid may be taken along as a whole";
  private static final Duration KEPT = Duration.ofDays(1);

  private final Dumps dumps;
  private final DumpMaker maker;

  DumpController(Dumps dumps, DumpMaker maker) {
    this.dumps = dumps;
    this.maker = maker;
  }

  @GetMapping("/dumps")
  @PublicEndpoint(OPEN)
  ModelAndView page() {
    return new ModelAndView("opendata/dumps", Map.of("dumps", dumps.all()));
  }

  @GetMapping("/dumps/index.json")
  @PublicEndpoint(OPEN)
  ResponseEntity<Map<String, List<Dump>>> index() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePublic())
        .body(Map.of("dumps", dumps.all()));
  }

  @GetMapping("/dumps/latest/{file}")
  @PublicEndpoint(OPEN)
  ResponseEntity<Void> latest(@PathVariable String file) {
    Dump dump = dumps.latest().orElseThrow(DumpController::nothing);
    return ResponseEntity.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, dump.path(known(dump, file)))
        .cacheControl(CacheControl.noCache().cachePublic())
        .build();
  }

  @GetMapping("/dumps/{version}/{file}")
  @PublicEndpoint(OPEN)
  ResponseEntity<Resource> file(@PathVariable String version, @PathVariable String file) {
    Dump dump = dumps.find(version).orElseThrow(DumpController::nothing);
    DumpFile known = known(dump, file);
    Resource bytes = new FileSystemResource(dumps.folder(dump.version()).resolve(known.name()));
    if (!bytes.exists()) {
      throw nothing();
    }
    MediaType type =
        MediaType.parseMediaType(file.endsWith(".gz") ? "application/gzip" : known.type());
    return ResponseEntity.ok()
        .contentType(type)
        .eTag("\"" + known.sha256() + "\"")
        .lastModified(dump.madeAt())
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + known.name() + "\"")
        .body(bytes);
  }

  /** Only names that the version lists lead to a file, so that no path leads elsewhere. */
  private static DumpFile known(Dump dump, String file) {
    return dump.files().stream()
        .filter(one -> one.name().equals(file))
        .findFirst()
        .orElseThrow(DumpController::nothing);
  }

  private static Refusal nothing() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1810", "opendata.refused.noFile");
  }

  @PostMapping("/dumps")
  @PreAuthorize("hasRole('COORDINATOR')")
  String make(
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Dump dump = maker.make(me.account());
    Flash.say(request, response, "opendata.dumps.made", dump.version());
    return "redirect:/dumps";
  }
}
