package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.ReadingTurns;
import eu.metacluster.platform.SiteAddress;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The pages of single records. What is not public does not exist here. */
@Controller
@PublicEndpoint("an authorised record is open to everybody; what is not public is not found")
class RecordController {

  private static final Map<String, RecordKind> KINDS =
      Arrays.stream(RecordKind.values())
          .collect(Collectors.toUnmodifiableMap(RecordKind::path, Function.identity()));

  private final RecordPages pages;
  private final ReadingTurns turns;
  private final SiteAddress site;

  RecordController(RecordPages pages, ReadingTurns turns, SiteAddress site) {
    this.pages = pages;
    this.turns = turns;
    this.site = site;
  }

  /** The kind with this word in addresses. */
  static RecordKind kind(String path) {
    return KINDS.getOrDefault(path, RecordKind.PROJECT);
  }

  @GetMapping(
      "/{kind:initiatives|projects|organisations|programmes|calls|events|trainings|practices|outputs|news|bodies}/{handle}")
  ModelAndView record(
      @PathVariable String kind,
      @PathVariable String handle,
      @RequestParam(required = false) String partners) {
    RecordView view =
        turns
            .take(() -> pages.page(kind(kind), handle, "all".equals(partners)))
            .orElseThrow(PublicRecords::unknown);
    if (!view.record().handle().equals(handle)) {
      RedirectView moved = new RedirectView(view.record().path());
      moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
      moved.setExposeModelAttributes(false);
      return new ModelAndView(moved);
    }
    Citation citation = Citation.of(view, site, LocalDate.now());
    return new ModelAndView("discovery/record", Map.of("view", view, "citation", citation));
  }
}
