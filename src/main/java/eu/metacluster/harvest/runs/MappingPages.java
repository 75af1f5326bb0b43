package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.table.TableMapping;
import eu.metacluster.harvest.table.TableSample;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
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

/** Says what the columns of a table of one's own are. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class MappingPages {

  private final SourceRegister sources;
  private final TableLook tables;

  MappingPages(SourceRegister sources, TableLook tables) {
    this.sources = sources;
    this.tables = tables;
  }

  /** The columns as they are set, or as they are guessed. */
  @GetMapping("/sources/{id}/mapping")
  String form(@PathVariable long id, HttpServletResponse response, Model model) {
    SourceRow source = source(id);
    String set = source.settings().getOrDefault(TableMapping.SETTING, "");
    Looked looked = look(source);
    TableSample sample = looked.sample();
    if (sample == null) {
      return page(model, source, null, looked.refusal());
    }
    TableMapping mapping =
        set.isBlank() ? sample.mapping() : TableMapping.parse(set).of(sample.heading());
    return page(model, source, MappingView.of(mapping, sample, !set.isBlank()), null);
  }

  /** Keeps what was chosen, or only shows what it would mean. */
  @PostMapping("/sources/{id}/mapping")
  String save(
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SourceRow source = source(id);
    Looked looked = look(source);
    TableSample sample = looked.sample();
    if (sample == null) {
      response.setStatus(400);
      return page(model, source, null, looked.refusal());
    }
    TableMapping mapping = MappingForm.of(fields, sample);
    if (fields.containsKey("look")) {
      return page(model, source, MappingView.of(mapping, sample, false), null);
    }
    if (mapping.columns().stream().allMatch(column -> column.field() == null)) {
      response.setStatus(400);
      Refusal unused = new Refusal(Refusal.Kind.BAD_INPUT, "MC-1475", "harvest.refusal.no_columns");
      return page(model, source, MappingView.of(mapping, sample, false), unused);
    }
    Map<String, String> settings = new LinkedHashMap<>(source.settings());
    settings.put(TableMapping.SETTING, mapping.format());
    sources.change(id, SourceForm.of(source).with(settings), me.account());
    Flash.say(request, response, "harvest.mapping.saved");
    return "redirect:/sources/" + id;
  }

  private SourceRow source(long id) {
    SourceRow source = sources.get(id);
    boolean table =
        sources.connector(source.connector()).settings().stream()
            .anyMatch(setting -> setting.name().equals(TableMapping.SETTING));
    if (!table) {
      throw new Refusal(Refusal.Kind.NOT_FOUND, "MC-1476", "harvest.refusal.no_table");
    }
    return source;
  }

  /** A table, or why there is none; neither when nothing was handed in yet. */
  private record Looked(@Nullable TableSample sample, @Nullable Refusal refusal) {}

  private Looked look(SourceRow source) {
    try {
      return new Looked(tables.of(source), null);
    } catch (Refusal e) {
      return new Looked(null, e);
    } catch (FetchException e) {
      String detail = (e.address().getHost() + " " + e.detail()).strip();
      String code = e.trouble().code();
      return new Looked(null, new Refusal(Refusal.Kind.BAD_INPUT, code, e.trouble().key(), detail));
    } catch (IOException e) {
      return new Looked(
          null, new Refusal(Refusal.Kind.BAD_INPUT, "MC-1413", "harvest.refusal.unreadable"));
    }
  }

  private static String page(
      Model model, SourceRow source, @Nullable MappingView view, @Nullable Refusal refusal) {
    model.addAttribute("source", source);
    model.addAttribute("view", view);
    model.addAttribute("refusal", refusal);
    return "harvest/mapping";
  }
}
