package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.matching.Match;
import eu.metacluster.discovery.matching.Matcher;
import eu.metacluster.discovery.matching.Subject;
import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.PublicEndpoint;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is nearest to a text or to a record: projects, partners or calls, each with reasons. */
@Controller
@PublicEndpoint("matching compares public records only; a text that is typed is not kept")
class MatchController {

  private static final int MOST = 20;
  private static final int LONGEST = 2_000;
  private static final int SHORTEST = 3;

  private final Matcher matcher;
  private final PublicRecords records;

  MatchController(Matcher matcher, PublicRecords records) {
    this.matcher = matcher;
    this.records = records;
  }

  @GetMapping("/match")
  ModelAndView match(
      @RequestParam(defaultValue = "") String like,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(name = "for", defaultValue = "") String wanted) {
    MatchView.Wanted what = MatchView.Wanted.of(wanted);
    if (!like.isBlank()) {
      GridRecord record = records.at(like);
      return page(new MatchView(record, "", false, what, matches(matcher.of(record), what)));
    }
    String plain = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
    boolean cut = plain.length() > LONGEST;
    String asked = cut ? plain.substring(0, LONGEST) : plain;
    List<Match> found = asked.length() < SHORTEST ? List.of() : matches(matcher.of(asked), what);
    return page(new MatchView(null, asked, cut, what, found));
  }

  private static ModelAndView page(MatchView view) {
    return new ModelAndView("discovery/match", "view", view);
  }

  private List<Match> matches(Subject subject, MatchView.Wanted wanted) {
    return switch (wanted) {
      case PROJECTS -> matcher.records(subject, RecordKind.PROJECT, MOST);
      case ORGANISATIONS -> matcher.organisations(subject, MOST);
      case CALLS -> matcher.records(subject, RecordKind.CALL, MOST);
    };
  }
}
