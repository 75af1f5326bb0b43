package eu.metacluster.intake.mailbox;

import eu.metacluster.platform.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Mails of ours that come back because a server could not deliver them (RFC 3464). Which mail it
 * was is told by the id that we gave it, which only its reader can know.
 */
@Component
class Bounces {

  private static final int LARGEST = 1 << 18;
  private static final int MOST_PARTS = 10;
  private static final Pattern OURS =
      Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\\s]*>");
  private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\b");
  private static final Pattern WHY =
      Pattern.compile("(?im)^Diagnostic-Code:\\s*(?:[\\w-]+\\s*;)?\\s*(.+(?:\\r?\\n[ \\t].+)*)");
  private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*(5\\.[\\d.]+)");

  private final Mailer mailer;

  Bounces(Mailer mailer) {
    this.mailer = mailer;
  }

  /** Notes on our mail that it came back; false when this is no report of that. */
  boolean take(MimeMessage mail) throws MessagingException, IOException {
    if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
      return false;
    }
    String report = "";
    String original = "";
    for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
      Part part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        report = text(part);
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        original = id(text(part));
      }
    }
    Matcher ours = OURS.matcher(original);
    return FAILED.matcher(report).find()
        && ours.matches()
        && mailer.bounced(UUID.fromString(ours.group(1)), why(report));
  }

  private static String id(String message) throws MessagingException {
    InternetHeaders headers =
        new InternetHeaders(
            new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)));
    String id = headers.getHeader("Message-ID", null);
    return id == null ? "" : id.strip();
  }

  private static String why(String report) {
    Matcher said = WHY.matcher(report);
    if (said.find()) {
      return said.group(1).replaceAll("\\s+", " ").strip();
    }
    Matcher status = STATUS.matcher(report);
    return status.find() ? status.group(1) : "5.0.0";
  }

  private static String text(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
    }
  }
}
