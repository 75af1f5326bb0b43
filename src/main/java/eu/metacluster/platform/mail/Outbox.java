package eu.metacluster.platform.mail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands waiting mails to the mail server, a batch at a time; while one is handed over, the next is
 * claimed. A batch is claimed in the database before, and how far it has come stands in a {@link
 * HandLog}: after a killed process what the server had is settled and the rest is sent. Of what the
 * server may or may not have had at that moment – one mail for each connection – a mail to one
 * person is sent again, and a mail to many is not: nobody gets it twice, and it is shown as one
 * that perhaps did not arrive. One that the server does not take is tried again after 1, 2, 4 …
 * minutes, at most a day apart, for a week, unless it refuses it for good; one that was taken loses
 * its text, and after 30 days its row.
 */
@Component
class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int AT_ONCE = 1_000;
  private static final int SHOWN = 200;
  private static final int LONGEST_ERROR = 500;

  private final JdbcClient jdbc;
  private final @Nullable Post post;
  private final Path folder;

  @Autowired
  Outbox(
      JdbcClient jdbc,
      ObjectProvider<JavaMailSenderImpl> sender,
      @Value("${metacluster.mail.from:metacluster@localhost}") String from,
      @Value("${metacluster.mail.connections:2}") int connections,
      @Value("${metacluster.data}") Path data) {
    this(
        jdbc,
        sender.stream().findFirst().map(each -> new SmtpPost(each, from, connections)).orElse(null),
        data.resolve("outbox"));
  }

  Outbox(JdbcClient jdbc, @Nullable Post post, Path folder) {
    this.jdbc = jdbc;
    this.post = post;
    this.folder = folder;
  }

  /** Sends what is due; does nothing but tidy while there is no mail server. */
  void work() {
    jdbc.sql("delete from platform.mail where created_at < now() - interval '30 days'").update();
    if (post == null) {
      return;
    }
    recover();
    if (!due()) {
      return;
    }
    try (HandLog log = HandLog.open(folder);
        ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
      send(post, log, ahead);
      log.settled();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      post.close();
    }
  }

  /** While a batch is handed over, the one before is settled and the next is claimed. */
  private void send(Post post, HandLog log, ExecutorService ahead)
      throws ExecutionException, InterruptedException {
    List<Mail> batch = claim(log.owner());
    Future<?> before = CompletableFuture.completedFuture(null);
    while (!batch.isEmpty()) {
      Future<List<Mail>> next = ahead.submit(() -> claim(log.owner()));
      List<Mail> handed = batch;
      Map<UUID, Post.Refused> refused = post.hand(handed, log);
      before.get();
      before = ahead.submit(() -> settle(handed, refused));
      batch = next.get();
    }
    before.get();
  }

  /** What a killed process had in hand, as far as it can be told. */
  private void recover() {
    for (HandLog.Left left : HandLog.left(folder)) {
      if (left.known()) {
        settle(left);
      } else {
        giveUp("claimed_by = ?", left.owner());
      }
      HandLog.settled(folder, left);
    }
    giveUp("claimed_at < now() - interval '10 minutes'");
  }

  private void settle(HandLog.Left left) {
    settle(left.over().toArray(UUID[]::new));
    giveUp("id = any(?)", (Object) left.begun().toArray(UUID[]::new));
    jdbc.sql(
            """
            update platform.mail set claimed_at = null, claimed_by = null, attempts = attempts - 1
            where claimed_by = ? and sent_at is null
            """)
        .param(left.owner())
        .update();
  }

  /** Nobody can tell whether these arrived. */
  private void giveUp(String which, Object... parameters) {
    jdbc.sql(
            """
            update platform.mail set claimed_at = null, claimed_by = null,
            given_up_at = case when bulk then now() end,
            last_error = case when bulk then 'stopped while it was handed over' else last_error end
            where sent_at is null and claimed_at is not null and\s"""
                + which)
        .params(parameters)
        .update();
  }

  private boolean due() {
    return jdbc.sql(
            """
            select exists (select from platform.mail where sent_at is null and claimed_at is null
            and given_up_at is null and next_attempt_at <= now())
            """)
        .query(Boolean.class)
        .single();
  }

  private List<Mail> claim(UUID owner) {
    return jdbc.sql(
            """
            update platform.mail set claimed_at = now(), claimed_by = ?, attempts = attempts + 1
            where id = any(array(select id from platform.mail
            where sent_at is null and claimed_at is null
            and given_up_at is null and next_attempt_at <= now()
            order by bulk, next_attempt_at limit ? for update skip locked))
            returning *
            """)
        .params(owner, AT_ONCE)
        .query(Mail::of)
        .list();
  }

  private void settle(List<Mail> batch, Map<UUID, Post.Refused> refused) {
    settle(
        batch.stream().map(Mail::id).filter(id -> !refused.containsKey(id)).toArray(UUID[]::new));
    refused.forEach(this::failed);
  }

  private void settle(UUID[] taken) {
    jdbc.sql(
            """
            update platform.mail set sent_at = now(), body = '', headers = '', last_error = null,
            claimed_at = null, claimed_by = null where id = any(?)
            """)
        .param(taken)
        .update();
  }

  private void failed(UUID mail, Post.Refused refused) {
    String error = refused.reason();
    LOG.warn("Mail {} was not taken by the mail server: {}", mail, error);
    jdbc.sql(
            """
            update platform.mail set last_error = :error, claimed_at = null, claimed_by = null,
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
