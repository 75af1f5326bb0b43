package eu.metacluster.people;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.security.SessionMemory;
import eu.metacluster.platform.web.Cookies;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A person who proved who they are comes in, by whatever way: a new session id, the device noted,
 * and a mail to the person when the device is one that they never used here.
 */
@Component
@ConditionalOnWebApplication
public class Arrivals {

  private static final String COOKIE = "device";
  private static final Duration YEAR = Duration.ofDays(365);

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Mailer mailer;
  private final Shell shell;
  private final SiteAddress site;
  private final SessionMemory memory;
  private final Sessions sessions;
  private final TransactionOperations transaction;

  Arrivals(
      JdbcClient jdbc,
      Journal journal,
      Mailer mailer,
      Shell shell,
      SiteAddress site,
      SessionMemory memory,
      Sessions sessions,
      TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.mailer = mailer;
    this.shell = shell;
    this.site = site;
    this.memory = memory;
    this.sessions = sessions;
    this.transaction = transaction;
  }

  /** Signs the person in. */
  public void welcome(Account person, HttpServletRequest request, HttpServletResponse response) {
    memory.signIn(request, person.identity());
    sessions.note(request);
    recognise(person, request, response);
    Language.keep(request, response, person.language());
    Flash.say(request, response, "people.welcome", person.name());
  }

  /** Writes to the journal that a person signed in; {@code by} is one word of the journal. */
  public void journal(Account person, String by) {
    transaction.executeWithoutResult(
        status ->
            journal.append(
                new NewEntry("people.signed-in", person.id(), person.id(), Map.of("by", by))));
  }

  private void recognise(Account person, HttpServletRequest request, HttpServletResponse response) {
    String known = Cookies.get(request, COOKIE);
    String token = known == null || known.length() > 100 ? Token.fresh() : known;
    transaction.executeWithoutResult(status -> note(person, token, request));
    Cookies.set(request, response, COOKIE, token, YEAR);
  }

  private void note(Account person, String token, HttpServletRequest request) {
    boolean first =
        jdbc.sql("select not exists (select from people.device where account = ?)")
            .param(person.id())
            .query(Boolean.class)
            .single();
    int seen =
        jdbc.sql("update people.device set last_used_at = now() where account = ? and hash = ?")
            .params(person.id(), Token.hash(token))
            .update();
    if (seen == 0) {
      jdbc.sql("insert into people.device (account, hash) values (?, ?) on conflict do nothing")
          .params(person.id(), Token.hash(token))
          .update();
      if (!first) {
        tell(person, Device.of(request.getHeader("User-Agent")));
      }
    }
  }

  private void tell(Account person, @Nullable String device) {
    Page page = shell.page(person.language());
    String what =
        device == null || device.isEmpty() ? page.t("people.account.unknownDevice") : device;
    mailer.send(
        person.email(),
        page.t("people.mail.device.subject"),
        page.t(
            "people.mail.device.text",
            person.name(),
            what,
            page.dateTime(Instant.now()),
            site.of("/account")));
  }
}
