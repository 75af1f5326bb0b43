package eu.metacluster.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Hands waiting mails to the mail server, a batch at a time. A batch is claimed before it is handed
 * over: what was in hand when the product was killed is tried again, unless it went to many; such a
 * mail is never sent twice and counts as lost. One that the server does not take is tried again
 * after 1, 2, 4 … minutes, at most a day apart, for a week, unless it refuses the address for good;
 * one that was taken loses its text, and after 30 days its row.
 */
@Component
class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int AT_ONCE = 50;
  private static final int MOST_BATCHES = 2000;
  private static final int SHOWN = 200;
  private static final int LONGEST_ERROR = 500;

  private final JdbcClient jdbc;
  private final @Nullable Post post;

  @Autowired
  Outbox(
      JdbcClient jdbc,
      ObjectProvider<JavaMailSender> sender,
      @Value("${metacluster.mail.from:metacluster@localhost}") String from) {
    this(jdbc, sender.stream().findFirst().map(each -> new SmtpPost(each, from)).orElse(null));
  }

  Outbox(JdbcClient jdbc, @Nullable Post post) {
    this.jdbc = jdbc;
    this.post = post;
  }

  /** Sends what is due; does nothing but tidy while there is no mail server. */
  void work() {
    jdbc.sql("delete from platform.mail where created_at < now() - interval '30 days'").update();
    if (post == null) {
      return;
    }
    recover();
    for (int i = 0; i < MOST_BATCHES; i++) {
      List<Mail> batch = claim();
      if (batch.isEmpty()) {
        return;
      }
      settle(batch, post.hand(batch));
    }
  }

  /** What a killed process had in hand. */
  private void recover() {
    jdbc.sql(
            """
            update platform.mail set claimed_at = null,
            given_up_at = case when bulk then now() end,
            last_error = case when bulk then 'stopped while it was handed over' else last_error end
            where claimed_at < now() - interval '10 minutes' and sent_at is null
            """)
        .update();
  }

  private List<Mail> claim() {
    return jdbc.sql(
            """
            update platform.mail set claimed_at = now(), attempts = attempts + 1
            where id in (select id from platform.mail where sent_at is null and claimed_at is null
            and given_up_at is null and next_attempt_at <= now()
            order by bulk, next_attempt_at limit ? for update skip locked)
            returning *
            """)
        .param(AT_ONCE)
        .query(Mail::of)
        .list();
  }

  private void settle(List<Mail> batch, Map<UUID, Post.Refused> refused) {
    UUID[] taken =
        batch.stream().map(Mail::id).filter(id -> !refused.containsKey(id)).toArray(UUID[]::new);
    jdbc.sql(
            """
            update platform.mail set sent_at = now(), body = '', headers = '', last_error = null,
            claimed_at = null where id = any(?)
            """)
        .param(taken)
        .update();
    refused.forEach(this::failed);
  }

  private void failed(UUID mail, Post.Refused refused) {
    String error = refused.reason();
    LOG.warn("Mail {} was not taken by the mail server: {}", mail, error);
    jdbc.sql(
            """
            update platform.mail set last_error = :error, claimed_at = null,
            given_up_at = case when :lasting or created_at < now() - interval '7 days'
            then now() end,
            next_attempt_at =
            now() + least(power(2, least(attempts - 1, 11)), 1440) * interval '1 minute'
            where id = :id
            """)
        .param("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
        .param("lasting", refused.lasting())
        .param("id", mail)
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
