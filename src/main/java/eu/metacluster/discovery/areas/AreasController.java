package eu.metacluster.discovery.areas;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.HtmlUtils;

/** Regions as areas: the files for them, and their shapes. */
@Controller
class AreasController {

  private static final int LONGEST = 300;
  private static final int LEVELS = 3;
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Areas areas;

  AreasController(Areas areas) {
    this.areas = areas;
  }

  @GetMapping("/map/areas")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  String page(Model model) {
    model.addAttribute("boundaries", areas.boundaries().orElse(null));
    model.addAttribute("people", areas.people().orElse(null));
    return "discovery/areas";
  }

  @PostMapping("/map/areas/boundaries")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  String boundaries(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String notice,
      @RequestParam(defaultValue = "false") boolean allowed,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String line = notice.strip();
    if (!allowed || line.isEmpty() || line.length() > LONGEST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1663", "discovery.areas.refused.licence");
    }
    MultipartFile handed = handed(file);
    try (InputStream in = handed.getInputStream()) {
      int count = areas.loadBoundaries(me.account(), name(handed), line, in);
      Flash.say(request, response, "discovery.areas.done.boundaries", count);
    }
    return "redirect:/map/areas";
  }

  @PostMapping("/map/areas/people")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  String people(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    MultipartFile handed = handed(file);
    try (InputStream in = handed.getInputStream()) {
      int count = areas.loadPeople(me.account(), name(handed), in);
      Flash.say(request, response, "discovery.areas.done.people", count);
    }
    return "redirect:/map/areas";
  }

  @PostMapping("/map/areas/removal")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  String remove(
      @RequestParam String what,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    areas.forget(me.account(), what);
    Flash.say(request, response, "discovery.areas.done.removed");
    return "redirect:/map/areas";
  }

  private static MultipartFile handed(@Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1664", "discovery.areas.refused.file");
    }
    return file;
  }

  private static String name(MultipartFile file) {
    String name = file.getOriginalFilename();
    String plain = name == null ? "" : name.replaceAll("[\\p{Cc}/\\\\]", " ").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST));
  }

  /** The shapes of one level, each under its code, all of them under {@code all}. */
  @GetMapping("/map/areas/{level}.svg")
  @PublicEndpoint("the map is open to everybody")
  ResponseEntity<String> shapes(
      @PathVariable int level, @RequestParam(name = "v", defaultValue = "") String version) {
    List<Area> shapes = level < 1 || level > LEVELS ? List.of() : areas.shapes(level);
    if (shapes.isEmpty()) {
      throw new Refusal(Refusal.Kind.NOT_FOUND, "MC-1665", "discovery.areas.refused.unknown");
    }
    StringBuilder svg =
        new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"all\">");
    for (Area area : shapes) {
      svg.append("<path id=\"").append(area.code()).append("\" d=\"").append(area.path());
      svg.append("\"><title>").append(HtmlUtils.htmlEscape(area.name(), "UTF-8"));
      svg.append("</title></path>");
    }
    boolean newest =
        areas.boundaries().map(loaded -> loaded.digest().equals(version)).orElse(false);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        .cacheControl(newest ? FOR_EVER : CacheControl.noCache())
        .body(svg.append("</g></svg>").toString());
  }
}
