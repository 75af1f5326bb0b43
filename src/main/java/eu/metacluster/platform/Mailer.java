package eu.metacluster.platform;

import eu.metacluster.shared.Ids;
import eu.metacluster.shared.PersonWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes mails and keeps them in the database until a mail server has them. A mail belongs to the
 * transaction of its sender: rolled back with it, kept with it. While no mail server is set, mails
 * stay in the mailbox that administrators can read.
 */
@Component
public class Mailer {

  private static final int SHOWN = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final Striking striking;
  private final boolean server;

  Mailer(JdbcClient jdbc, JdbcTemplate batch, Striking striking, Environment environment) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.striking = striking;
    this.server = !environment.getProperty("spring.mail.host", "").isBlank();
  }

  /** What became of a mail. */
  public enum Fate {
    WAITING,
    SENT,
    FAILING,
    GIVEN_UP
  }

  /** Whether mails leave the house. */
  public boolean hasServer() {
    return server;
  }

  /**
   * Gives a mail to the outbox.
   *
   * @param to one address
   * @param subject one line; line breaks become spaces
   * @param text plain text
   */
  public void send(String to, String subject, String text) {
    send(List.of(Letter.to(to, subject, text)));
  }

  /**
   * Gives a mail to the outbox that its reader may stop with one click (RFC 8058).
   *
   * @param stop the whole address that a mail program posts to
   */
  public void send(String to, String subject, String text, String stop) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<" + stop + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    send(List.of(new Letter(to, subject, text, headers, false)));
  }

  /** Gives mails to the outbox; answers their ids, in the same order. */
  public List<UUID> send(List<Letter> letters) {
    List<UUID> ids = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Letter letter : letters) {
      UUID id = Ids.next();
      ids.add(id);
      rows.add(
          new Object[] {
            id, letter.to(), letter.subject(), letter.text(), headers(letter), letter.bulk()
          });
    }
    batch.batchUpdate(
        """
        insert into platform.mail (id, recipient, subject, body, headers, bulk)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows);
    return ids;
  }

  private static String headers(Letter letter) {
    return letter.headers().entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** How many mails have not left the house. */
  public long waiting() {
    return jdbc.sql("select count(*) from platform.mail where sent_at is null")
        .query(Long.class)
        .single();
  }

  /** What became of these mails; those older than 30 days are forgotten and not among them. */
  public Map<UUID, Fate> fates(Collection<UUID> mails) {
    Map<UUID, Fate> fates = new HashMap<>();
    jdbc.sql("select * from platform.mail where id = any(?)")
        .param(mails.toArray(UUID[]::new))
        .query(
            row -> {
              fates.put(
                  row.getObject("id", UUID.class),
                  row.getTimestamp("sent_at") != null
                      ? Fate.SENT
                      : row.getTimestamp("given_up_at") != null
                          ? Fate.GIVEN_UP
                          : row.getString("last_error") != null ? Fate.FAILING : Fate.WAITING);
            });
    return fates;
  }

  /**
   * A mail that a mail server had taken came back.
   *
   * @param reason what the server says
   * @return whether it is a mail of ours that had left the house
   */
  public boolean bounced(UUID mail, String reason) {
    return jdbc.sql(
                """
                update platform.mail set sent_at = null, given_up_at = now(),
                last_error = left(:reason, 500) where id = :id and sent_at is not null
                """)
            .param("reason", reason)
            .param("id", mail)
            .update()
        > 0;
  }

  /** The newest mails that the mail server did not take, with what it said. */
  public Map<UUID, String> undelivered() {
    Map<UUID, String> errors = new HashMap<>();
    jdbc.sql(
            """
            select id, last_error from platform.mail where sent_at is null
            and last_error is not null order by created_at desc limit ?
            """)
        .param(SHOWN)
        .query(
            row -> {
              errors.put(row.getObject("id", UUID.class), row.getString("last_error"));
            });
    return errors;
  }

  /**
   * Forgets a person, in the running transaction: mails to the address go, and where a mail to
   * somebody else names the person, the name of them goes.
   */
  public void forget(String address, PersonWords words) {
    jdbc.sql("delete from platform.mail where lower(recipient) = lower(?)").param(address).update();
    striking.strike(words, "platform.mail", "subject", "body", "last_error");
  }
}
