package eu.metacluster.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mails to an SMTP server, many over one connection, each with an id of its own. */
final class SmtpPost implements Post {

  private final JavaMailSender sender;
  private final String from;

  SmtpPost(JavaMailSender sender, String from) {
    this.sender = sender;
    this.from = from;
  }

  @Override
  public Map<UUID, Refused> hand(List<Mail> mails) {
    Map<UUID, Refused> refused = new HashMap<>();
    Map<MimeMessage, Mail> messages = new IdentityHashMap<>();
    for (Mail mail : mails) {
      try {
        messages.put(message(mail), mail);
      } catch (MessagingException e) {
        refused.put(mail.id(), new Refused(String.valueOf(e.getMessage()), true));
      }
    }
    try {
      sender.send(messages.keySet().toArray(MimeMessage[]::new));
    } catch (MailSendException e) {
      if (e.getFailedMessages().isEmpty()) {
        messages.values().forEach(mail -> refused.put(mail.id(), refused(e)));
      }
      e.getFailedMessages()
          .forEach(
              (message, why) ->
                  messages.computeIfPresent(
                      (MimeMessage) message,
                      (any, mail) -> {
                        refused.put(mail.id(), refused(why));
                        return mail;
                      }));
    } catch (MailException e) {
      messages.values().forEach(mail -> refused.put(mail.id(), refused(e)));
    }
    return refused;
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(mail.to());
    helper.setSubject(mail.subject());
    helper.setText(mail.text());
    helper.setSentDate(Date.from(Instant.now()));
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    if (message.getHeader("Message-ID") == null) {
      String host = from.replaceFirst(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
      message.setHeader("Message-ID", "<" + mail.id() + "@" + host + ">");
    }
    return message;
  }

  private static Refused refused(Exception cause) {
    Throwable deepest = cause;
    boolean lasting = false;
    while (true) {
      lasting |=
          deepest instanceof SendFailedException failed
              && failed.getInvalidAddresses() != null
              && failed.getInvalidAddresses().length > 0;
      Throwable next = deepest.getCause();
      if (next == null || next == deepest) {
        return new Refused(String.valueOf(deepest.getMessage()), lasting);
      }
      deepest = next;
    }
  }
}
