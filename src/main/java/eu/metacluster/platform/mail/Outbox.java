package eu.metacluster.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands waiting mails to the mail server. One that it does not take is tried again after 1, 2, 4 …
 * minutes, at most a day apart; one that was taken loses its text, and after 30 days its row.
 */
@Component
class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int AT_ONCE = 50;
  private static final int SHOWN = 200;
  private static final int LONGEST_ERROR = 500;

  private final JdbcClient jdbc;
  private final @Nullable MailSender sender;
  private final String from;

  @Autowired
  Outbox(
      JdbcClient jdbc,
      ObjectProvider<MailSender> sender,
      @Value("${metacluster.mail.from:metacluster@localhost}") String from) {
    this(jdbc, sender.getIfAvailable(), from);
  }

  Outbox(JdbcClient jdbc, @Nullable MailSender sender, String from) {
    this.jdbc = jdbc;
    this.sender = sender;
    this.from = from;
  }

  /** Sends what is due; does nothing but tidy while there is no mail server. */
  void work() {
    jdbc.sql("delete from platform.mail where created_at < now() - interval '30 days'").update();
    if (sender != null) {
      for (Mail mail : due()) {
        send(sender, mail);
      }
    }
  }

  private List<Mail> due() {
    return jdbc.sql(
            """
            select * from platform.mail where sent_at is null and next_attempt_at <= now()
            order by next_attempt_at limit ?
            """)
        .param(AT_ONCE)
        .query(Mail::of)
        .list();
  }

  private void send(MailSender server, Mail mail) {
    try {
      String stop = mail.stop();
      if (stop != null && server instanceof JavaMailSender full) {
        full.send(message -> stoppable(message, mail, stop));
      } else {
        server.send(plain(mail));
      }
      jdbc.sql(
              """
              update platform.mail set sent_at = now(), body = '', last_error = null,
              attempts = attempts + 1 where id = ?
              """)
          .param(mail.id())
          .update();
    } catch (MailException e) {
      failed(mail, e);
    }
  }

  private SimpleMailMessage plain(Mail mail) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(mail.to());
    message.setSubject(mail.subject());
    message.setText(mail.text());
    return message;
  }

  /** With the two lines by which mail programs offer to stop it (RFC 8058). */
  private void stoppable(MimeMessage message, Mail mail, String stop) throws MessagingException {
    MimeMessageHelper letter = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    letter.setFrom(from);
    letter.setTo(mail.to());
    letter.setSubject(mail.subject());
    letter.setText(mail.text());
    message.setHeader("List-Unsubscribe", "<" + stop + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  private void failed(Mail mail, MailException cause) {
    String error = String.valueOf(cause.getMostSpecificCause().getMessage());
    LOG.warn("Mail {} was not taken by the mail server: {}", mail.id(), error);
    jdbc.sql(
            """
            update platform.mail set attempts = attempts + 1, last_error = ?,
            next_attempt_at = now() + least(power(2, least(attempts, 11)), 1440) * interval '1 minute'
            where id = ?
            """)
        .params(error.substring(0, Math.min(error.length(), LONGEST_ERROR)), mail.id())
        .update();
  }

  /** The newest mails. */
  List<Mail> newest() {
    return jdbc.sql("select * from platform.mail order by created_at desc, id desc limit ?")
        .param(SHOWN)
        .query(Mail::of)
        .list();
  }

  Optional<Mail> find(UUID id) {
    return jdbc.sql("select * from platform.mail where id = ?")
        .param(id)
        .query(Mail::of)
        .optional();
  }
}
