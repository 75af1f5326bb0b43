package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.HomeFigures;
import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Figures;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.GridSubject;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: what this is, in figures. */
@Controller
@PublicEndpoint("the home page is open to everybody")
class HomeController {

  private static final int NEWEST = 8;

  private final GridSearch search;
  private final ObjectProvider<HomeFigures> more;
  private final Records records;
  private final Shell shell;
  private final GridSubject subject;

  HomeController(
      GridSearch search,
      ObjectProvider<HomeFigures> more,
      Records records,
      Shell shell,
      GridSubject subject) {
    this.subject = subject;
    this.records = records;
    this.search = search;
    this.more = more;
    this.shell = shell;
  }

  @GetMapping("/")
  ModelAndView home(HttpServletRequest request) {
    Page page = shell.page(Language.of(request));
    try {
      return home(page);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.AWAY) {
        throw refusal;
      }
      PageShelf.passing(request);
      return away(page);
    }
  }

  /** What can be said while the search does not answer. */
  private ModelAndView away(Page page) {
    Map<RecordKind, Long> kinds = new EnumMap<>(RecordKind.class);
    records.counts().stream()
        .filter(count -> count.state().isPublic())
        .forEach(count -> kinds.merge(count.kind(), count.count(), Long::sum));
    return new ModelAndView(
        "discovery/homeAway",
        Map.of("kinds", kinds, "more", more(page), "subject", subject.described()));
  }

  private List<HomeFigures.Figure> more(Page page) {
    return more.stream().flatMap(one -> one.of(page).stream()).toList();
  }

  private ModelAndView home(Page page) {
    Figures figures = search.figures(LocalDate.now());
    GridQuery projects = GridQuery.EVERYTHING.only(Facet.KIND, RecordKind.PROJECT.word());
    Found newest = search.find(projects.by(Sorting.AUTHORISED), NEWEST);
    Map<String, @Nullable BigDecimal> countries = new LinkedHashMap<>();
    figures
        .countries()
        .forEach(count -> countries.put(count.value(), BigDecimal.valueOf(count.count())));
    return new ModelAndView(
        "discovery/home",
        Map.of(
            "figures",
            figures,
            "newest",
            newest,
            "drawing",
            Drawing.of(countries, false),
            "more",
            more(page),
            "subject",
            subject.described()));
  }
}
