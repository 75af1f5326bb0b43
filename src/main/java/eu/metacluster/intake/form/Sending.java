package eu.metacluster.intake.form;

import eu.metacluster.intake.letters.Letters;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.platform.web.Language;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a filled form to a received submission: a letter with a link goes out and comes back. */
@Component
class Sending {

  private final Sheets sheets;
  private final Submissions submissions;
  private final Receiving receiving;
  private final Letters letters;
  private final Ways ways;

  Sending(Sheets sheets, Submissions submissions, Receiving receiving, Letters letters, Ways ways) {
    this.sheets = sheets;
    this.submissions = submissions;
    this.receiving = receiving;
    this.letters = letters;
    this.ways = ways;
  }

  /** Sends a form that lacks nothing; its address is to be confirmed. */
  @Transactional
  public void send(Sheet sheet, Language language) {
    UUID id = sheets.id(sheets.keep(sheet, language));
    if (submissions.sent(id)) {
      letters.confirm(id);
    }
  }

  /** Throws a draft away. */
  void discard(String token) {
    submissions.discard(ways.open(Purpose.DRAFT, token));
  }

  /**
   * What a link in the first letter confirms.
   *
   * @throws eu.metacluster.shared.Refusal MC-1700 when it never did, or is too old
   */
  Submission sent(String token) {
    return submissions
        .find(ways.open(Purpose.CONFIRM, token))
        .filter(one -> one.state() != Submission.State.DRAFT)
        .orElseThrow(Ways::gone);
  }

  /** The sender is known now: the submission is received, once. Whether this was the time. */
  @Transactional
  public boolean confirm(Submission given) {
    boolean first = receiving.receive(given.id(), Instant.now(), Map.of());
    if (first) {
      letters.received(given.id());
    }
    return first;
  }
}
