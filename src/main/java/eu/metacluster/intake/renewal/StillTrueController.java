package eu.metacluster.intake.renewal;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.form.Slots;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.screening.clock.Calendars;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where an owner says that a public record is still true: the facts stand there, one click does.
 */
@Controller
@PublicEndpoint("whoever holds the link is the owner that it was sent to")
class StillTrueController {

  private final Submissions submissions;
  private final Records records;
  private final Receiving receiving;
  private final Lifecycle lifecycle;
  private final Journal journal;
  private final CampaignRows campaigns;
  private final Calendars calendars;
  private final Ways ways;
  private final TransactionOperations transaction;

  StillTrueController(
      Submissions submissions,
      Records records,
      Receiving receiving,
      Lifecycle lifecycle,
      Journal journal,
      CampaignRows campaigns,
      Calendars calendars,
      Ways ways,
      TransactionOperations transaction) {
    this.submissions = submissions;
    this.records = records;
    this.receiving = receiving;
    this.lifecycle = lifecycle;
    this.journal = journal;
    this.campaigns = campaigns;
    this.calendars = calendars;
    this.ways = ways;
    this.transaction = transaction;
  }

  @GetMapping("/still-true/{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    GridRecord record = record(given(token));
    return new ModelAndView(
        "intake/stillTrue",
        Map.of(
            "token",
            token,
            "record",
            record,
            "slots",
            Slots.of(record.kind()),
            "facts",
            records.shown(record.id()),
            "today",
            calendars.today().equals(record.checkedOn())));
  }

  @PostMapping("/still-true/{token}")
  String confirm(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    Submission given = given(token);
    transaction.executeWithoutResult(status -> confirm(given));
    Flash.say(request, response, "intake.still.thanks");
    return "redirect:/still-true/" + token;
  }

  private void confirm(Submission given) {
    GridRecord record = record(given);
    receiving.confirm(given);
    lifecycle.publish(List.of(record.id()), Map.of(), new Lifecycle.Reason(null, null, null));
    campaigns.confirmed(record.id());
    journal.append(new NewEntry("intake.still-true", record.id(), null, Map.of()));
  }

  private Submission given(String token) {
    return submissions.find(ways.open(Purpose.STILL_TRUE, token)).orElseThrow(Ways::gone);
  }

  private GridRecord record(Submission given) {
    return Optional.ofNullable(given.target() == null ? given.record() : given.target())
        .flatMap(records::find)
        .filter(
            record -> record.state() == RecordState.PUBLISHED || record.state() == RecordState.DUE)
        .orElseThrow(Ways::gone);
  }
}
