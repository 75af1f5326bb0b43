package eu.metacluster.intake.renewal;

import eu.metacluster.intake.letters.Stops;
import eu.metacluster.intake.letters.Stops.Reader;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Letter;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the question of a campaign to an owner, in the language of what they handed in. */
@Component
class CampaignLetters {

  private final Submissions submissions;
  private final Shell shell;
  private final Ways ways;
  private final Notices notices;
  private final Stops stops;
  private final SiteAddress site;

  CampaignLetters(
      Submissions submissions,
      Shell shell,
      Ways ways,
      Notices notices,
      SiteAddress site,
      Stops stops) {
    this.stops = stops;
    this.notices = notices;
    this.site = site;
    this.submissions = submissions;
    this.shell = shell;
    this.ways = ways;
  }

  /**
   * A letter as it would be read.
   *
   * @param subject its line
   * @param text its words
   */
  record Sample(String subject, String text) {}

  /** How the letter about something called this reads, with a link that opens nothing. */
  Sample sample(Language language, String label) {
    Page page = shell.page(language);
    return new Sample(
        page.t("intake.mail.campaign.subject", label),
        page.t("intake.mail.campaign.text", label, "https://…/still-true/…"));
  }

  /**
   * The letter to the owner of a submission.
   *
   * @param label what the record is called
   * @param again whether they were asked before
   * @return null when their address was erased
   */
  @Nullable Letter write(UUID submission, String label, boolean again) {
    Sender sender = submissions.sender(submission).orElse(null);
    Submission given = submissions.find(submission).orElse(null);
    if (sender == null
        || given == null
        || sender.permitter().isBlank()
        || stops.stopped(submission, Reader.OWNER)) {
      return null;
    }
    Page page = shell.page(given.language());
    String link = ways.address(Purpose.STILL_TRUE, submission);
    return new Letter(
        sender.permitter(),
        page.t(key(again) + ".subject", label),
        page.t(key(again) + ".text", label, link)
            + "\n\n-- \n"
            + page.t("intake.mail.why.campaign")
            + "\n"
            + page.t("intake.mail.why.stop", stops.address(submission, Reader.OWNER)),
        stops.headers(submission, Reader.OWNER),
        true);
  }

  /**
   * The notice to somebody who administers a member.
   *
   * @return its id; null when the account is closed
   */
  @Nullable UUID tell(Asked asked, UUID account, String label, boolean again) {
    String path = ways.path(Purpose.ASKED, asked.id());
    return notices
        .tell(
            account,
            RenewalTopic.KEY,
            path,
            page ->
                new Notices.Words(
                    page.t(key(again) + ".subject", label),
                    page.t(key(again) + ".text", label, site.of(path))))
        .orElse(null);
  }

  private static String key(boolean again) {
    return again ? "intake.mail.campaignAgain" : "intake.mail.campaign";
  }
}
