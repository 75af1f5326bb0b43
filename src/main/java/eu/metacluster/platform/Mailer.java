package eu.metacluster.platform;

import eu.metacluster.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes mails and keeps them in the database until a mail server has them. A mail belongs to the
 * transaction of its sender: rolled back with it, kept with it. While no mail server is set, mails
 * stay in the mailbox that administrators can read.
 */
@Component
public class Mailer {

  private static final int LONGEST_SUBJECT = 200;

  private final JdbcClient jdbc;
  private final boolean server;

  Mailer(JdbcClient jdbc, Environment environment) {
    this.jdbc = jdbc;
    this.server = !environment.getProperty("spring.mail.host", "").isBlank();
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
    send(to, subject, text, null);
  }

  /**
   * Gives a mail to the outbox that its reader may stop with one click (RFC 8058).
   *
   * @param stop the whole address that a mail program posts to, null when it is no such mail
   */
  public void send(String to, String subject, String text, @Nullable String stop) {
    String line = subject.replaceAll("\\s+", " ").strip();
    jdbc.sql(
            "insert into platform.mail (id, recipient, subject, body, stop) values (?, ?, ?, ?, ?)")
        .param(Ids.next())
        .param(to)
        .param(line.substring(0, Math.min(line.length(), LONGEST_SUBJECT)))
        .param(text.replace("\0", ""))
        .param(stop)
        .update();
  }

  /** How many mails have not left the house. */
  public long waiting() {
    return jdbc.sql("select count(*) from platform.mail where sent_at is null")
        .query(Long.class)
        .single();
  }
}
