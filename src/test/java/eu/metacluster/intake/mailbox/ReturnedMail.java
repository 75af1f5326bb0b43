package eu.metacluster.intake.mailbox;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;

/** Hands a mail of ours back by SMTP as a server does that cannot deliver it (RFC 3464). */
public class ReturnedMail {

  private final Letterbox letterbox;

  ReturnedMail(Letterbox letterbox) {
    this.letterbox = letterbox;
  }

  /**
   * Sends the report about a mail.
   *
   * @param action what became of it: {@code failed} or {@code delayed}
   */
  public void send(UUID letter, String recipient, String action) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(letterbox.port()));
    properties.put("mail.smtp.from", "<>");
    Session session = Session.getInstance(properties);
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom("mailer-daemon@elsewhere.example");
    mail.setSubject("Undelivered Mail Returned to Sender");
    MimeMultipart parts = new MimeMultipart("report; report-type=delivery-status");
    parts.addBodyPart(part("text/plain; charset=us-ascii", "Your mail was not delivered.\r\n"));
    parts.addBodyPart(
        part(
            "message/delivery-status",
            """
            Reporting-MTA: dns; elsewhere.example\r
            \r
            Final-Recipient: rfc822; %s\r
            Action: %s\r
            Status: 5.1.1\r
            Diagnostic-Code: smtp; 550 5.1.1 no such person\r
            """
                .formatted(recipient, action)));
    parts.addBodyPart(
        part(
            "text/rfc822-headers",
            "To: %s\r\nMessage-ID: <%s@localhost>\r\n\r\n".formatted(recipient, letter)));
    mail.setContent(parts);
    mail.setHeader("Auto-Submitted", "auto-replied");
    mail.saveChanges();
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, new Address[] {new InternetAddress("metacluster@localhost")});
    }
  }

  private static BodyPart part(String type, String text) throws MessagingException {
    InternetHeaders headers = new InternetHeaders();
    headers.setHeader("Content-Type", type);
    return new MimeBodyPart(headers, text.getBytes(StandardCharsets.US_ASCII));
  }
}
