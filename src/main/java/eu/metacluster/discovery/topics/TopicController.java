package eu.metacluster.discovery.topics;

import eu.metacluster.discovery.charts.ChartFile;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of topics, and their charts as files. */
@Controller
@PublicEndpoint("what the grid knows of a topic is open to everybody")
class TopicController {

  private final Topics topics;
  private final GridSearch search;
  private final SiteAddress site;
  private final Shell shell;

  TopicController(Topics topics, GridSearch search, SiteAddress site, Shell shell) {
    this.search = search;
    this.topics = topics;
    this.site = site;
    this.shell = shell;
  }

  @GetMapping("/topics")
  ModelAndView topics() {
    return new ModelAndView(
        "discovery/topics", Map.of("topics", topics.all(), "behind", search.behind()));
  }

  @GetMapping("/topics/{facet:pillar|technology|cancer}/{value}")
  ModelAndView topic(
      @PathVariable String facet, @PathVariable String value, HttpServletRequest request) {
    return new ModelAndView(
        "discovery/topic",
        Map.of("topic", find(facet, value, page(request)), "behind", search.behind()));
  }

  @GetMapping(
      "/topics/{facet:pillar|technology|cancer}/{value}/{chart:since|pillars|technologies|cancers}.{format:svg|png|csv}")
  ResponseEntity<byte[]> file(
      @PathVariable String facet,
      @PathVariable String value,
      @PathVariable String chart,
      @PathVariable String format,
      HttpServletRequest request) {
    search.requireWhole();
    Page page = page(request);
    Topic topic =
        Facet.ofWord(facet)
            .flatMap(known -> topics.open(known, value, page))
            .orElseThrow(TopicController::unknown);
    return ChartFile.ofWord(format)
        .orElse(ChartFile.CSV)
        .answer(
            topic.charts().stream()
                .filter(one -> one.name().equals(chart))
                .findFirst()
                .orElseThrow(TopicController::unknown),
            page,
            site.of(topic.path()));
  }

  private Topic find(String facet, String value, Page page) {
    return Facet.ofWord(facet)
        .flatMap(known -> topics.find(known, value, page))
        .orElseThrow(TopicController::unknown);
  }

  private static Refusal unknown() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1602", "discovery.refused.noTopic");
  }

  private Page page(HttpServletRequest request) {
    return shell.page(Language.of(request));
  }
}
