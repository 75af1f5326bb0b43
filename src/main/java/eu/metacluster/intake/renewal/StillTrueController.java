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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final AskedRows asks;
  private final Owners owners;
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
      AskedRows asks,
      Owners owners,
      Calendars calendars,
      Ways ways,
      TransactionOperations transaction) {
    this.submissions = submissions;
    this.records = records;
    this.receiving = receiving;
    this.lifecycle = lifecycle;
    this.journal = journal;
    this.campaigns = campaigns;
    this.asks = asks;
    this.owners = owners;
    this.calendars = calendars;
    this.ways = ways;
    this.transaction = transaction;
  }

  @GetMapping("/still-true/{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    GridRecord record = speaker(token).record();
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
    Speaker speaker = speaker(token);
    transaction.executeWithoutResult(status -> confirm(speaker));
    Flash.say(request, response, "intake.still.thanks");
    return "redirect:/still-true/" + token;
  }

  private void confirm(Speaker speaker) {
    UUID record = speaker.record().id();
    if (speaker.given() != null) {
      receiving.confirm(speaker.given());
    }
    lifecycle.publish(
        List.of(record), Map.of(), new Lifecycle.Reason(speaker.account(), null, null));
    campaigns.confirmed(record);
    journal.append(new NewEntry("intake.still-true", record, speaker.account(), Map.of()));
  }

  /**
   * Who says something by a link.
   *
   * @param given what they handed in, null for whoever acts for a member
   * @param account of whoever acts for a member, null for others
   */
  private record Speaker(GridRecord record, @Nullable Submission given, @Nullable UUID account) {}

  /** The link is one to whoever handed something in, or one to whoever acts for a member. */
  private Speaker speaker(String token) {
    Optional<UUID> submission = ways.opens(Purpose.STILL_TRUE, token);
    if (submission.isPresent()) {
      Submission given = submissions.find(submission.get()).orElseThrow(Ways::gone);
      UUID about = given.target() == null ? given.record() : given.target();
      return new Speaker(record(about), given, null);
    }
    Asked asked =
        asks.find(ways.open(Purpose.ASKED, token)).filter(owners::speaks).orElseThrow(Ways::gone);
    return new Speaker(record(asked.record()), null, asked.account());
  }

  private GridRecord record(@Nullable UUID id) {
    return Optional.ofNullable(id)
        .flatMap(records::find)
        .filter(
            record -> record.state() == RecordState.PUBLISHED || record.state() == RecordState.DUE)
        .orElseThrow(Ways::gone);
  }
}
