package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Sources;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.NavEntry;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
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
  private final SourceViews views;
  private final Alarms alarms;
  private final Sources terms;

  SourcePages(
      SourceRegister sources,
      Runs runs,
      RunQueue queue,
      ImportRoots roots,
      SourceViews views,
      Alarms alarms,
      Sources terms) {
    this.terms = terms;
    this.sources = sources;
    this.views = views;
    this.alarms = alarms;
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
    model.addAttribute("sources", views.all());
    return "harvest/sources";
  }

  @GetMapping("/sources/{id}")
  String source(@PathVariable long id, Model model) {
    model.addAttribute("view", views.one(id));
    model.addAttribute("alarms", alarms.of(id));
    model.addAttribute(
        "passedOn", terms.terms().stream().anyMatch(s -> s.id() == id && s.redistributable()));
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
