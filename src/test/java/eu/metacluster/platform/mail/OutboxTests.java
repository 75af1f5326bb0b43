package eu.metacluster.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.Mailer;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails share the fate of their transaction, are tried again, and lose their text when sent. */
@ProductTest
class OutboxTests {

  @Autowired JdbcClient jdbc;
  @Autowired Mailer mailer;
  @Autowired TransactionTemplate transaction;

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
    List<SimpleMailMessage> taken = new ArrayList<>();
    mailer.send(to, "Two\nlines", "See https://example.org/x there");
    new Outbox(jdbc, server(taken, null), "from@example.org").work();
    assertThat(taken)
        .filteredOn(mail -> to.equals(java.util.Objects.requireNonNull(mail.getTo())[0]))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.getSubject()).isEqualTo("Two lines");
              assertThat(mail.getFrom()).isEqualTo("from@example.org");
              assertThat(mail.getText()).contains("https://example.org/x");
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
    Outbox failing = new Outbox(jdbc, server(new ArrayList<>(), "mailbox full"), "a@example.org");
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
    new Outbox(jdbc, server(new ArrayList<>(), null), "a@example.org").work();
    assertThat(mine()).satisfies(mail -> assertThat(mail.attempts()).isEqualTo(2));
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

  private static MailSender server(List<SimpleMailMessage> taken, @Nullable String fault) {
    return messages -> {
      if (fault != null) {
        throw new MailSendException(fault);
      }
      taken.addAll(List.of(messages));
    };
  }
}
