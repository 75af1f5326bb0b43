package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.RetentionRule;
import eu.metacluster.people.privacy.Subject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

/** The mailbox of the house itself, with nothing set at all. */
class LetterboxTests extends BoxTests {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Letterbox letterbox;
  @Autowired LetterboxWork work;
  @Autowired List<PersonalData> held;
  @Autowired List<RetentionRule> rules;

  @Override
  MailBox start() {
    return MailBox.none();
  }

  @Test
  void aMailWithADocumentIsAnsweredWithinSecondsAndStaysUntilItIsOld() throws Exception {
    MimeMessage mail = mail("New project", "<" + number + "@example.org>");
    MimeMultipart parts = new MimeMultipart();
    parts.addBodyPart(TestMails.text("Dear all, here is our project."));
    parts.addBodyPart(
        TestMails.file(
            "project.pdf", "application/pdf", TestMails.pdf("Title: Liquid biopsy " + number)));
    mail.setContent(parts);
    send(mail, sender, "metacluster@localhost");
    await().atMost(SOON).untilAsserted(() -> assertThat(letters()).hasSize(1));
    assertThat(submissions()).hasSize(1);
    await().atMost(SOON).untilAsserted(() -> assertThat(kept("taken_at is not null")).isOne());

    send(mail, sender, "Intake@LOCALHOST");
    await().atMost(SOON).untilAsserted(() -> assertThat(kept("taken_at is not null")).isEqualTo(2));
    assertThat(letters()).as("the same mail twice").hasSize(1);

    RetentionRule rule =
        rules.stream()
            .filter(one -> one.key().equals("intake.retention.letterbox"))
            .findFirst()
            .orElseThrow();
    rule.apply(Instant.now().minus(Duration.ofDays(1)));
    assertThat(kept("true")).isEqualTo(2);
    rule.apply(Instant.now().plusSeconds(5));
    assertThat(kept("true")).isZero();
  }

  @Test
  void onlyOwnAddressesAreServedAndNothingIsPassedOn() throws Exception {
    MimeMessage mail = mail("Elsewhere", "<e" + number + "@x>");
    mail.setText("Hello.");
    assertThatThrownBy(() -> send(mail, sender, "somebody@example.org"))
        .isInstanceOf(MessagingException.class)
        .hasStackTraceContaining("550 5.1.1");
    assertThat(kept("true")).isZero();
  }

  @Test
  void aMailThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), letterbox.port());
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = socket.getOutputStream()) {
      assertThat(in.readLine()).startsWith("220");
      assertThat(say(out, in, "HELO x")).startsWith("250");
      assertThat(say(out, in, "MAIL FROM:<" + sender + "> SIZE=50000000")).startsWith("552");
      assertThat(say(out, in, "MAIL FROM:<" + sender + ">")).startsWith("250");
      assertThat(say(out, in, "RCPT TO:<metacluster@localhost>")).startsWith("250");
      assertThat(say(out, in, "DATA")).startsWith("354");
      byte[] line = ("x".repeat(998) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      out.write("Subject: large\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 43_000; i++) {
        out.write(line);
      }
      assertThat(say(out, in, ".")).startsWith("552").contains("40 MB");
    }
    assertThat(kept("true")).isZero();
  }

  @Test
  void whatWasKeptBeforeTheProductWasKilledIsTakenAfterwards() throws Exception {
    String raw =
        "From: %s\r\nSubject: Kept %s\r\n\r\nWe study lung cancer.\r\n".formatted(sender, number);
    jdbc.sql("insert into intake.letterbox (id, sender, raw) values (?, ?, ?)")
        .params(UUID.randomUUID(), sender, raw.getBytes(StandardCharsets.US_ASCII))
        .update();
    work.work();
    await().atMost(SOON).untilAsserted(() -> assertThat(letters()).hasSize(1));
    work.work();
    assertThat(submissions()).hasSize(1);
  }

  @Test
  void aMailWithoutASenderIsNotAnswered() throws Exception {
    MimeMessage mail = mail("Away", "<n" + number + "@x>");
    mail.setText("I am away.");
    send(mail, "", "metacluster@localhost");
    await().atMost(SOON).untilAsserted(() -> assertThat(kept("taken_at is not null")).isOne());
    assertThat(letters()).isEmpty();
    assertThat(submissions()).isEmpty();
  }

  @Test
  void aPersonsMailsCanBeTakenAlongAndErased() throws Exception {
    MimeMessage mail = mail("Mine", "<m" + number + "@x>");
    mail.setText("We study lung cancer.");
    send(mail, sender, "metacluster@localhost");
    await().atMost(SOON).untilAsserted(() -> assertThat(kept("taken_at is not null")).isOne());
    PersonalData mine =
        held.stream()
            .filter(one -> one.key().equals("intake.data.letterbox"))
            .findFirst()
            .orElseThrow();
    assertThat(mine.export(new Subject(null, sender, Set.of()))).hasSize(1);
    mine.erase(new Subject(null, sender, Set.of()));
    assertThat(kept("true")).isZero();
  }

  @Test
  void besideAMailboxElsewhereThereIsNoneUnlessItIsAskedFor() {
    MockEnvironment environment = new MockEnvironment();
    LetterboxSettings settings =
        new LetterboxSettings(environment, new MailboxSettings(environment));
    assertThat(settings.wanted()).isTrue();
    assertThat(settings.address()).isEqualTo("127.0.0.1");
    environment.setProperty("metacluster.mailbox.host", "mail.example.org");
    assertThat(settings.wanted()).isFalse();
    environment.setProperty("metacluster.letterbox.port", "25");
    assertThat(settings.wanted()).isTrue();
    environment.setProperty("metacluster.letterbox.port", "off");
    assertThat(settings.wanted()).isFalse();
    environment.setProperty("metacluster.mail.from", "Grid <grid@cluster.eu>");
    assertThat(settings.recipients()).containsExactly("grid@cluster.eu", "intake@cluster.eu");
  }

  private static String say(OutputStream out, BufferedReader in, String line) throws Exception {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return Objects.requireNonNull(in.readLine());
  }

  private void send(MimeMessage mail, String from, String to) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(letterbox.port()));
    properties.put("mail.smtp.from", from.isEmpty() ? "<>" : from);
    mail.saveChanges();
    try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, new Address[] {new InternetAddress(to)});
    }
  }

  private int kept(String which) {
    return jdbc.sql("select count(*) from intake.letterbox where sender = ? and " + which)
        .param(sender)
        .query(Integer.class)
        .single();
  }
}
