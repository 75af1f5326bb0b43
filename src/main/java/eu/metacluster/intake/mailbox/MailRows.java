package eu.metacluster.intake.mailbox;

import eu.metacluster.shared.Ids;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mails were read, and what became of them. */
@Component
class MailRows {

  private final JdbcClient jdbc;

  MailRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a mail that nobody has read; null when it was, by its name or by its content. */
  @Nullable UUID open(String messageId, byte[] hash) {
    UUID id = Ids.next();
    int first =
        jdbc.sql(
                """
                insert into intake.mail (id, message_id, hash, outcome)
                values (:id, :message, :hash, 'automatic') on conflict do nothing""")
            .param("id", id)
            .param("message", messageId)
            .param("hash", hash)
            .update();
    return first > 0 ? id : null;
  }

  void close(UUID id, String outcome, @Nullable UUID submission) {
    jdbc.sql("update intake.mail set outcome = :outcome, submission = :submission where id = :id")
        .param("outcome", outcome)
        .param("submission", submission)
        .param("id", id)
        .update();
  }

  /** The submission that one of these mails began or belongs to. */
  Optional<UUID> about(Collection<String> messageIds) {
    return jdbc.sql(
            """
            select submission from intake.mail
            where message_id = any(:ids) and submission is not null limit 1""")
        .param("ids", messageIds.toArray(String[]::new))
        .query(UUID.class)
        .optional();
  }
}
