package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.matching.Match;
import eu.metacluster.discovery.matching.Matcher;
import eu.metacluster.discovery.matching.Subject;
import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.PublicEndpoint;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is nearest to a record. It is looked for when somebody comes to see it, so that the record's
 * own page does not wait for it.
 */
@Controller
@PublicEndpoint("only public records are compared with a public record")
class SimilarController {

  private static final int MOST = 5;

  private final PublicRecords records;
  private final Matcher matcher;

  SimilarController(PublicRecords records, Matcher matcher) {
    this.records = records;
    this.matcher = matcher;
  }

  @GetMapping(
      "/{kind:initiatives|projects|organisations|programmes|calls|events|trainings|practices|outputs|news|bodies}/{handle}/similar")
  ModelAndView similar(@PathVariable String kind, @PathVariable String handle) {
    GridRecord record = records.get(RecordController.kind(kind), handle);
    return new ModelAndView(
        "discovery/similar", Map.of("record", record, "matches", nearest(record)));
  }

  private List<Match> nearest(GridRecord record) {
    Subject subject = matcher.of(record);
    return record.kind() == RecordKind.ORGANISATION
        ? matcher.organisations(subject, MOST)
        : matcher.records(subject, record.kind(), MOST);
  }
}
