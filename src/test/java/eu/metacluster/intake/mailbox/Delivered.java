package eu.metacluster.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Properties;
import org.springframework.context.ApplicationContext;

/** Lays a mail into the hands that take it, as if it had been in the mailbox. */
public final class Delivered {

  private Delivered() {}

  /** A plain mail from somebody. */
  public static void mail(
      ApplicationContext house, InternetAddress from, String id, String subject, String text)
      throws MessagingException, IOException {
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties())) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    mail.setFrom(from);
    mail.setSubject(subject, "UTF-8");
    mail.setText(text, "UTF-8");
    mail.saveChanges();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    MimeMessage sent =
        new MimeMessage((Session) null, new ByteArrayInputStream(bytes.toByteArray()));
    house.getBean(MailTaking.class).take(sent, sha(bytes.toByteArray()), Instant.now());
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              (new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
