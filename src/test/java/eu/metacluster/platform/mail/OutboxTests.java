package eu.metacluster.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.platform.Letter;
import eu.metacluster.platform.Mailer;
import eu.metacluster.support.ProductTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails share the fate of their transaction, are tried again, and lose their text when sent. */
@ProductTest
class OutboxTests {

  @Autowired JdbcClient jdbc;
  @Autowired Mailer mailer;
  @Autowired TransactionTemplate transaction;

  @TempDir Path folder;

  private final String to = UUID.randomUUID() + "@example.org";

  @Test
  void aRolledBackTransactionSendsNothing() {
    transaction.executeWithoutResult(
        status -> {
          mailer.send(to, "Hello", "Text");
          status.setRollbackOnly();
        });
    assertThat(mine()).isNull();
  }

  @Test
  void aMailThatTheServerTakesLosesItsText() {
    List<Mail> taken = new ArrayList<>();
    mailer.send(to, "Two\nlines", "See https://example.org/x there");
    new Outbox(jdbc, server(taken, null), folder).work();
    assertThat(taken)
        .filteredOn(mail -> to.equals(mail.to()))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Two lines");
              assertThat(mail.text()).contains("https://example.org/x");
            });
    assertThat(mine())
        .satisfies(
            mail -> {
              assertThat(mail.state()).isEqualTo("sent");
              assertThat(mail.text()).isEmpty();
            });
  }

  @Test
  void aMailThatTheServerRefusesIsTriedAgainLater() {
    mailer.send(to, "Hello", "Text");
    Outbox failing = new Outbox(jdbc, server(new ArrayList<>(), "mailbox full"), folder);
    failing.work();
    failing.work();
    assertThat(mine())
        .satisfies(
            mail -> {
              assertThat(mail.attempts()).as("not again within the minute").isOne();
              assertThat(mail.error()).contains("mailbox full");
              assertThat(mail.text()).isEqualTo("Text");
            });
    jdbc.sql("update platform.mail set next_attempt_at = now() where recipient = ?")
        .param(to)
        .update();
    new Outbox(jdbc, server(new ArrayList<>(), null), folder).work();
    assertThat(mine()).satisfies(mail -> assertThat(mail.attempts()).isEqualTo(2));
  }

  @Test
  void whatAKilledProcessHadInHandIsTriedAgainButNeverTwiceWhenItWentToMany() {
    String many = UUID.randomUUID() + "@example.org";
    mailer.send(
        List.of(Letter.to(to, "One", "Text"), new Letter(many, "Many", "Text", Map.of(), true)));
    Post killed =
        (mails, log) -> {
          mails.forEach(mail -> log.begun(mail.id()));
          throw new IllegalStateException("killed");
        };
    assertThatThrownBy(() -> new Outbox(jdbc, killed, folder).work()).hasMessage("killed");
    List<Mail> taken = new ArrayList<>();
    new Outbox(jdbc, server(taken, null), folder).work();
    assertThat(taken).extracting(Mail::to).contains(to).doesNotContain(many);
    assertThat(mailer.undelivered().values()).contains("stopped while it was handed over");
  }

  @Test
  void linksInAMailAreFound() {
    assertThat(LetterPart.of("a https://x.org/1 b"))
        .extracting(LetterPart::text)
        .containsExactly("a ", "https://x.org/1", " b");
  }

  private @Nullable Mail mine() {
    return jdbc.sql("select * from platform.mail where recipient = ?")
        .param(to)
        .query(Mail::of)
        .optional()
        .orElse(null);
  }

  private static Post server(List<Mail> taken, @Nullable String fault) {
    return (mails, log) -> {
      if (fault == null) {
        taken.addAll(mails);
        return Map.of();
      }
      Map<UUID, Post.Refused> refused = new HashMap<>();
      mails.forEach(mail -> refused.put(mail.id(), new Post.Refused(fault, false)));
      return refused;
    };
  }
}
