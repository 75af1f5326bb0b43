package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting a source up: look at an address, add it, change what is set. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class SourceSetup {

  private final SourceRegister sources;
  private final ImportRoots roots;
  private final Previews previews;

  SourceSetup(SourceRegister sources, ImportRoots roots, Previews previews) {
    this.sources = sources;
    this.roots = roots;
    this.previews = previews;
  }

  @GetMapping("/sources/new")
  String form(Model model) {
    return form(model, "", "", "", null);
  }

  private String form(
      Model model, String name, String connector, String location, @Nullable Refusal refusal) {
    model.addAttribute(
        "connectors",
        sources.connectors().stream()
            .filter(FileConnector.class::isInstance)
            .map(Connector::id)
            .toList());
    model.addAttribute("roots", roots.roots().stream().map(Path::toString).toList());
    model.addAttribute("name", name);
    model.addAttribute("connector", connector);
    model.addAttribute("location", location);
    model.addAttribute("refusal", refusal);
    return "harvest/sourceNew";
  }

  /** Shows what would come in from an address; nothing is kept. */
  @PostMapping("/sources/preview")
  String preview(@RequestParam Map<String, String> fields, Model model) {
    SourceForm typed = SourceForm.of(fields);
    String address = completed(typed.location());
    Preview preview = previews.of(address, typed.connector(), typed.settings());
    model.addAttribute("preview", preview);
    model.addAttribute("connectors", sources.connectors().stream().map(Connector::id).toList());
    model.addAttribute("form", preview.connector().isEmpty() ? typed : proposed(typed, preview));
    model.addAttribute(
        "settings",
        preview.connector().isEmpty()
            ? List.of()
            : sources.connector(preview.connector()).settings());
    return "harvest/sourcePreview";
  }

  private static String completed(String address) {
    return address.contains("://") || address.isEmpty() ? address : "https://" + address;
  }

  private SourceForm proposed(SourceForm typed, Preview preview) {
    Connector connector = sources.connector(preview.connector());
    if (!typed.name().isEmpty()) {
      return typed.at(preview.address(), connector.id());
    }
    String host = String.valueOf(URI.create(preview.address()).getHost());
    return SourceForm.fresh(connector, preview.address(), host.replaceFirst("^www\\.", ""))
        .with(typed.settings());
  }

  @PostMapping("/sources")
  String add(
      @RequestParam Map<String, String> fields,
      @AuthenticationPrincipal Identity me,
      HttpServletResponse response,
      Model model) {
    SourceForm form = SourceForm.of(fields);
    try {
      return "redirect:/sources/" + sources.add(placed(form, fields), me.account()).id();
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? 409 : 400);
      return form.isRemote()
          ? edit(form, 0, refusal, model)
          : form(model, form.name(), form.connector(), form.location(), refusal);
    }
  }

  /** A new source takes its connector's terms unless the form asked for them. */
  private SourceForm placed(SourceForm form, Map<String, String> fields) {
    Connector connector = sources.connector(form.connector());
    return fields.containsKey("licence")
        ? form.at(place(form), connector.id())
        : SourceForm.fresh(connector, place(form), form.name());
  }

  /** A path on the server must be one of those allowed. */
  private String place(SourceForm form) {
    boolean path = !form.isRemote() && !form.location().isBlank();
    return path ? roots.checked(form.location()) : form.location();
  }

  @GetMapping("/sources/{id}/edit")
  String edit(@PathVariable long id, Model model) {
    SourceForm form = SourceForm.of(sources.get(id));
    return edit(form.with(sources.shown(form)), id, null, model);
  }

  private String edit(SourceForm form, long id, @Nullable Refusal refusal, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("form", form);
    model.addAttribute("refusal", refusal);
    model.addAttribute("settings", sources.connector(form.connector()).settings());
    return "harvest/sourceEdit";
  }

  @PostMapping("/sources/{id}/edit")
  String change(
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SourceForm form = SourceForm.of(fields).at(null, sources.get(id).connector());
    try {
      sources.change(id, form.at(place(form), form.connector()), me.account());
      Flash.say(request, response, "harvest.source.changed");
      return "redirect:/sources/" + id;
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? 409 : 400);
      return edit(form, id, refusal, model);
    }
  }
}
