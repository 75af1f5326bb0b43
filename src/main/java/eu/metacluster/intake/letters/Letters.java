package eu.metacluster.intake.letters;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.intake.letters.Stops.Reader;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.platform.Letter;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.screening.clock.Receipts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes letters in the caller's transaction. Each about one thing goes out once; who erased their
 * address gets none.
 */
@Component
public class Letters {

  private static final Map<String, String> GENERATED = Map.of("Auto-Submitted", "auto-generated");
  private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{3,400}>");

  private final JdbcClient jdbc;
  private final Submissions submissions;
  private final Mailer mailer;
  private final Shell shell;
  private final SiteAddress site;
  private final Ways ways;
  private final Receipts receipts;
  private final Stops stops;

  Letters(
      JdbcClient jdbc,
      Submissions submissions,
      Mailer mailer,
      Shell shell,
      SiteAddress site,
      Ways ways,
      Receipts receipts,
      Stops stops) {
    this.stops = stops;
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.mailer = mailer;
    this.shell = shell;
    this.site = site;
    this.ways = ways;
    this.receipts = receipts;
  }

  /** Asks the sender to confirm their address. */
  public void confirm(UUID id) {
    String link = ways.address(Purpose.CONFIRM, id);
    write(id, "confirm", "intake.mail.confirm", false, link);
  }

  /** Says that it was received, until when it is decided, and where it stands. */
  public void received(UUID id) {
    received(id, "");
  }

  /**
   * As above, in answer to a mail.
   *
   * @param mail its Message-ID, so that the answer stands below it; empty when it has none
   */
  public void received(UUID id, String mail) {
    Instant at = given(id).receivedAt();
    LocalDate due = receipts.due(at == null ? Instant.now() : at);
    write(id, "received", answering(mail), "intake.mail.received", false, due, status(id));
  }

  /**
   * Programs do not answer an answer (RFC 3834), and mail programs put it below what it answers.
   */
  private static Map<String, String> answering(String mail) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Auto-Submitted", "auto-replied");
    if (MESSAGE_ID.matcher(mail).matches()) {
      headers.put("In-Reply-To", mail);
      headers.put("References", mail);
    }
    return headers;
  }

  /** Passes the committee's question on. */
  public void question(UUID id, String about, String question) {
    write(id, about, "intake.mail.question", false, question, status(id));
  }

  /** Tells the committee's no and by which criterion. */
  public void declined(UUID id, String about, String criterion) {
    write(id, about, "intake.mail.declined", false, criterion, status(id));
  }

  /** Tells that it is public, and where. */
  public void published(UUID id, String about, GridRecord record) {
    write(id, about, "intake.mail.published", false, site.of(record.path()), status(id));
  }

  /** Asks who owns it whether it may be shown. */
  public void permission(UUID id, String about) {
    write(id, about, "intake.mail.permission", true, ways.address(Purpose.PERMISSION, id));
  }

  /** Asks again for the permission; the link is the same. */
  public void remind(UUID id, String about) {
    write(id, about, "intake.mail.remind", true, ways.address(Purpose.PERMISSION, id));
  }

  /** Asks the owner whether what is public is still true. */
  public void stillTrue(UUID id, String about) {
    write(id, about, "intake.mail.still", true, ways.address(Purpose.STILL_TRUE, id));
  }

  /** Tells that the clock stands still, and why. */
  public void paused(UUID id, String about, String reason) {
    write(id, about, "intake.mail.paused", false, reason, status(id));
  }

  /**
   * Says that something of a mail was not read, and what to do.
   *
   * @param mail its Message-ID; empty when it has none
   * @param parts the names of what was not read
   */
  public void refused(
      String to, Language language, String subject, String mail, List<String> parts) {
    Page page = shell.page(language);
    String text =
        page.t("intake.mail.refused.text", subject, String.join(", ", parts), site.of("/add"));
    answer(to, page, page.t("intake.mail.refused.subject", subject), text, mail);
  }

  /**
   * Says that a mail is one too many within an hour, that it was not taken, and when to try again.
   *
   * @param mail its Message-ID; empty when it has none
   */
  public void tooMany(String to, Language language, String subject, String mail, Instant again) {
    Page page = shell.page(language);
    String text =
        page.t("intake.mail.tooMany.text", subject, page.dateTime(again), site.of("/add"));
    answer(to, page, page.t("intake.mail.tooMany.subject", subject), text, mail);
  }

  private void answer(String to, Page page, String subject, String text, String mail) {
    String whole = text + "\n\n-- \n" + page.t("intake.mail.why.answer");
    mailer.send(List.of(new Letter(to, subject, whole, answering(mail), false)));
  }

  private String status(UUID id) {
    return ways.address(Purpose.STATUS, id);
  }

  private Submission given(UUID id) {
    return submissions.find(id).orElseThrow(Ways::gone);
  }

  private void write(UUID id, String about, String key, boolean owner, Object... arguments) {
    write(id, about, GENERATED, key, owner, arguments);
  }

  private void write(
      UUID id,
      String about,
      Map<String, String> headers,
      String key,
      boolean owner,
      Object... arguments) {
    Sender sender = submissions.sender(id).orElse(null);
    if (sender == null) {
      return;
    }
    String to = owner ? sender.permitter() : sender.email();
    Reader reader = owner ? Reader.OWNER : Reader.SENDER;
    if (!to.contains("@") || stops.stopped(id, reader) || !first(id, about)) {
      return;
    }
    Submission given = given(id);
    Page page = shell.page(given.language());
    Object[] all = new Object[arguments.length + 1];
    all[0] = given.label();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    mailer.send(
        List.of(
            new Letter(
                to,
                page.t(key + ".subject", all.clone()),
                page.t(key + ".text", all.clone())
                    + "\n\n-- \n"
                    + why(page, given, sender, to, reader),
                marked(given, reader, headers),
                false)));
  }

  /** Before an address is confirmed there is nothing yet that could end. */
  private Map<String, String> marked(Submission given, Reader reader, Map<String, String> headers) {
    Map<String, String> marked = new LinkedHashMap<>(headers);
    if (given.receivedAt() != null) {
      marked.putAll(stops.headers(given.id(), reader));
    }
    return marked;
  }

  /** Why somebody gets a letter, and how it was the last one. */
  private String why(Page page, Submission given, Sender sender, String to, Reader reader) {
    boolean other = !to.equals(sender.email());
    String why = page.t(other ? "intake.mail.why.owner" : "intake.mail.why.sender", given.label());
    if (given.receivedAt() == null) {
      return why;
    }
    String stop = page.t("intake.mail.why.stop", stops.address(given.id(), reader));
    return other
        ? why + "\n" + stop
        : why + "\n" + stop + "\n" + page.t("intake.mail.why.erase", status(given.id()));
  }

  private boolean first(UUID id, String about) {
    return jdbc.sql(
                """
                insert into intake.letter (submission, about) values (:id, :about)
                on conflict do nothing""")
            .param("id", id)
            .param("about", about)
            .update()
        > 0;
  }
}
