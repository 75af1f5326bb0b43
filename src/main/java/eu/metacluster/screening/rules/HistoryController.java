package eu.metacluster.screening.rules;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.PageNumber;
import eu.metacluster.screening.deciding.Criteria;
import eu.metacluster.screening.deciding.Reviewers;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of decisions, for the committee. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
class HistoryController {

  private static final int LONGEST = 200;

  private final Rulings rulings;
  private final Criteria criteria;
  private final Reviewers reviewers;

  HistoryController(Rulings rulings, Criteria criteria, Reviewers reviewers) {
    this.rulings = rulings;
    this.criteria = criteria;
    this.reviewers = reviewers;
  }

  @GetMapping("/queue/history")
  String history(
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String criterion,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String mine,
      @RequestParam(defaultValue = "1") String page,
      @AuthenticationPrincipal Identity me,
      Model model) {
    Rulings.Wanted wanted =
        new Rulings.Wanted(clean(verdict), clean(criterion), clean(q), !mine.isBlank());
    int number = PageNumber.of(page);
    List<Ruling> rows = rulings.page(wanted, me, number);
    model.addAttribute(
        "view",
        new HistoryView(
            rows,
            criteria.all(),
            reviewers.names(rows.stream().map(row -> row.decision().takenBy()).toList()),
            wanted.verdict(),
            wanted.criterion(),
            wanted.q(),
            wanted.mine(),
            rulings.count(wanted, me),
            number));
    return "screening/history";
  }

  private static String clean(String text) {
    String stripped = text.strip().replace("\0", "");
    return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
  }
}
