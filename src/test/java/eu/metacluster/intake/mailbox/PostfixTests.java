package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import eu.metacluster.intake.mailbox.MailboxPoller.Pace;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.mail.SendingForTests;
import eu.metacluster.support.DovecotServer;
import eu.metacluster.support.Persons;
import eu.metacluster.support.PostfixServer;
import eu.metacluster.support.SmtpSink;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The whole round with real servers: a mail is sent to Postfix, lies in Dovecot, becomes a case,
 * and the answer goes out through Postfix again; what cannot be delivered comes back and is seen.
 */
class PostfixTests extends BoxTests {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired MockMvcTester mvc;
  @TempDir Path folder;

  private @Nullable SmtpSink sink;
  private @Nullable PostfixServer postfix;

  @Override
  MailBox start() throws Exception {
    DovecotServer dovecot = DovecotServer.start();
    SmtpSink elsewhere = new SmtpSink();
    PostfixServer sending = PostfixServer.start(elsewhere.port(), dovecot.maildir() + "/");
    sink = elsewhere;
    postfix = sending;
    return new MailBox() {
      @Override
      public int port() {
        return dovecot.port();
      }

      @Override
      public void close() {
        sending.close();
        dovecot.close();
      }
    };
  }

  private int postfixPort() {
    return Objects.requireNonNull(postfix).port();
  }

  @Test
  void aMailGoesInAndItsAnswerOut() throws Exception {
    MailboxSettings settings = settings();
    MailboxPoller poller =
        new MailboxPoller(
            settings,
            reading,
            new AccessTokens(settings),
            new Pace(WaitingStory.NEVER, Duration.ofMillis(50), SOON, WaitingStory.NEVER));
    poller.start();
    try {
      MimeMessage mail = mail("Our project", "<" + number + "@example.org>");
      mail.setText("We study lung cancer.");
      mail.saveChanges();
      Properties properties = new Properties();
      properties.put("mail.smtp.host", "127.0.0.1");
      properties.put("mail.smtp.port", Integer.toString(postfixPort()));
      try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
        transport.connect();
        transport.sendMessage(mail, mail.getAllRecipients());
      }
      await().atMost(SOON).untilAsserted(() -> assertThat(letters()).hasSize(1));
    } finally {
      poller.stop();
    }
    send();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Objects.requireNonNull(sink).taken())
                    .filteredOn(taken -> taken.to().equals(sender))
                    .singleElement()
                    .satisfies(
                        taken ->
                            assertThat(taken.text())
                                .contains("/status/")
                                .contains("Auto-Submitted: auto-replied")
                                .contains("In-Reply-To: <" + number + "@example.org>")));
  }

  @Test
  void whatComesBackIsSeenByWhomItWasFor() throws Exception {
    Identity person = person("nobody" + number + "@elsewhere.test");
    write(person);
    send();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              read();
              assertThat(page(person, "/notices")).contains("Could not be delivered");
            });
    assertThat(error("nobody" + number + "@elsewhere.test")).contains("550 5.1.1 no such person");
    assertThat(page(person, "/desk")).contains("is your address right?");
    assertThat(submissions()).as("a report is no case").isEmpty();
  }

  @Test
  void whatTheServerRefusesAtOnceIsSeenByWhomItWasFor() throws Exception {
    Identity person = person("unknown" + number + "@metacluster.test");
    write(person);
    send();
    assertThat(error("unknown" + number + "@metacluster.test")).contains("550 5.1.1");
    assertThat(page(person, "/notices")).contains("Could not be delivered");
  }

  private void send() {
    SendingForTests.through(jdbc, postfixPort(), "metacluster@metacluster.test", folder);
  }

  private Identity person(String address) {
    Identity person = new Persons(jdbc).with(Role.COORDINATOR);
    jdbc.sql("update people.account set email = ? where id = ?")
        .params(address, person.account())
        .update();
    return person;
  }

  /** As a notice of the platform would. */
  private void write(Identity person) {
    UUID mail = UUID.randomUUID();
    jdbc.sql(
            """
            insert into platform.mail (id, recipient, subject, body, bulk)
            select ?, email, 'News', 'Something happened.', true from people.account where id = ?""")
        .params(mail, person.account())
        .update();
    jdbc.sql(
            """
            insert into people.notice (id, account, topic, subject, body, path, mail)
            values (?, ?, 'harvest.topic.alarms', 'News', 'Something', '/sources', ?)""")
        .params(UUID.randomUUID(), person.account(), mail)
        .update();
  }

  private String error(String address) {
    return jdbc.sql("select last_error from platform.mail where recipient = ?")
        .param(address)
        .query(String.class)
        .single();
  }

  private String page(Identity person, String path) throws Exception {
    return mvc.get()
        .uri(path)
        .with(authentication(person.authentication()))
        .exchange()
        .getResponse()
        .getContentAsString();
  }
}
