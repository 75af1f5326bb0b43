package eu.metacluster.harvest.runs;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.NavEntry;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The sources and what can be done with one. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class SourcePages {

  private static final int RUNS_SHOWN = 50;

  private final SourceRegister sources;
  private final Runs runs;
  private final RunQueue queue;
  private final ImportRoots roots;

  SourcePages(SourceRegister sources, Runs runs, RunQueue queue, ImportRoots roots) {
    this.sources = sources;
    this.runs = runs;
    this.queue = queue;
    this.roots = roots;
  }

  @Bean
  static NavEntry sourcesEntry() {
    return NavEntry.bar("harvest.nav.sources", "/sources", Role.COORDINATOR, 70);
  }

  @GetMapping("/sources")
  String list(Model model) {
    Map<Long, RunRow> latest = new HashMap<>();
    runs.latest().forEach(run -> latest.put(run.source(), run));
    model.addAttribute("sources", sources.list());
    model.addAttribute("latest", latest);
    return "harvest/sources";
  }

  @GetMapping("/sources/new")
  String form(Model model) {
    return form(model, "", "", "", null);
  }

  private String form(
      Model model, String name, String connector, String location, @Nullable Refusal refusal) {
    model.addAttribute("connectors", sources.connectors().stream().map(c -> c.id()).toList());
    model.addAttribute("roots", roots.roots().stream().map(Path::toString).toList());
    model.addAttribute("name", name);
    model.addAttribute("connector", connector);
    model.addAttribute("location", location);
    model.addAttribute("refusal", refusal);
    return "harvest/sourceNew";
  }

  @PostMapping("/sources")
  String add(
      @RequestParam String name,
      @RequestParam String connector,
      @RequestParam(defaultValue = "") String location,
      @AuthenticationPrincipal Identity me,
      HttpServletResponse response,
      Model model) {
    try {
      String path = location.isBlank() ? null : roots.checked(location);
      SourceRow source = sources.add(name.strip(), connector, path, me.account());
      return "redirect:/sources/" + source.id();
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? 409 : 400);
      return form(model, name, connector, location, refusal);
    }
  }

  @GetMapping("/sources/{id}")
  String source(@PathVariable long id, Model model) {
    model.addAttribute("source", sources.get(id));
    model.addAttribute("runs", runs.ofSource(id, RUNS_SHOWN));
    return "harvest/source";
  }

  /** Starts a run on the source's own place, or on a file that is handed in now. */
  @PostMapping("/sources/{id}/runs")
  String start(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dry,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    SourceRow source = sources.get(id);
    String location = file == null || file.isEmpty() ? source.location() : stored(id, file);
    if (location == null) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1410", "harvest.refusal.no_file");
    }
    long run = queue.start(id, location, dry, me.account());
    Flash.say(request, response, dry ? "harvest.run.dry_started" : "harvest.run.started");
    return "redirect:/sources/" + id + "/runs/" + run;
  }

  private String stored(long id, MultipartFile file) throws IOException {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      return roots.store(id, name == null || name.isBlank() ? "upload" : name, content).toString();
    }
  }
}
