package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.screening.Committee;
import eu.metacluster.support.ProductTest;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever writes too many mails within an hour is told so once, and when to try again. */
@ProductTest
class TooManyMailsTests {

  private static final int TAKEN = 10;

  @Autowired MailTaking taking;
  @Autowired JdbcClient jdbc;

  private final String sender = "many" + Committee.number() + "@example.org";

  private MailTaking.Outcome send(int number) throws Exception {
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress(sender));
    mail.setRecipients(Message.RecipientType.TO, "intake@metacluster.test");
    mail.setSubject("Our project number " + number);
    mail.setText("Title: Liquid biopsy " + number + " of " + sender);
    mail.saveChanges();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest((sender + number).getBytes(StandardCharsets.UTF_8));
    return taking.take(mail, hash, Instant.now());
  }

  private List<String> answers(String subject) {
    return jdbc.sql("select body from platform.mail where recipient = ? and subject like ?")
        .params(sender, subject)
        .query(String.class)
        .list();
  }

  @Test
  void theFirstOneTooManyIsAnsweredAndTheOthersAreNot() throws Exception {
    List<MailTaking.Outcome> outcomes = new ArrayList<>();
    for (int i = 1; i <= TAKEN + 4; i++) {
      outcomes.add(send(i));
    }
    assertThat(outcomes.subList(0, TAKEN)).containsOnly(MailTaking.Outcome.CASE);
    assertThat(outcomes.subList(TAKEN, TAKEN + 4)).containsOnly(MailTaking.Outcome.TOO_MANY);
    assertThat(answers("Too many mails%"))
        .singleElement()
        .asString()
        .contains("Our project number 11", "/add", "send them again after that time")
        .containsPattern("before \\d+\\h\\w+\\h\\d{4},\\h\\d\\d:\\d\\d")
        .contains("You get this because");
    assertThat(
            jdbc.sql("select count(*) from intake.person where email = ?")
                .param(sender)
                .query(Long.class)
                .single())
        .as("what was taken before is there")
        .isEqualTo(TAKEN);
    assertThat(send(TAKEN + 1)).as("and is not answered again").isEqualTo(MailTaking.Outcome.KNOWN);
  }
}
