package eu.metacluster.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the parts of one mail. What is hostile, locked or too large is left out and named,
 * so that the answer can say so; a mail with too many parts is read as far as the limit.
 */
final class MailParts {

  static final int MOST_PARTS = 60;
  private static final int DEEPEST = 6;
  private static final int LARGEST = 25 << 20;
  private static final int LONGEST_NAME = 80;
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String ODT = "application/vnd.oasis.opendocument.text";

  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<String> documents = new ArrayList<>();
  private final List<ReadMail.Refused> refused = new ArrayList<>();
  private int parts;

  private MailParts() {}

  /** Reads what can be read of a mail. */
  static ReadMail read(Part message) throws MessagingException, IOException {
    MailParts parts = new MailParts();
    parts.walk(message, 0);
    String whole =
        PartText.bounded(
            parts.plain.isEmpty()
                ? PartText.ofHtml(parts.html.toString())
                : parts.plain.toString());
    String links = parts.plain + " " + parts.html;
    return new ReadMail(
        Quotes.without(whole), links, List.copyOf(parts.documents), List.copyOf(parts.refused));
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      if (parts == MOST_PARTS + 1) {
        refused.add(new ReadMail.Refused("…", "many"));
      }
      return;
    }
    if (is(part, "multipart/*")) {
      for (Part inner : PartCuts.of(part, MOST_PARTS + 1)) {
        walk(inner, depth + 1);
      }
    } else if (is(part, "message/rfc822")) {
      if (part.getContent() instanceof Part inner) {
        walk(inner, depth + 1);
      }
    } else {
      leaf(part);
    }
  }

  private void leaf(Part part) throws MessagingException {
    String name = name(part);
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || !name.isEmpty();
    try {
      byte[] bytes = bytes(part);
      if (!attached && is(part, "text/plain")) {
        plain.append(text(part, bytes)).append('\n');
      } else if (!attached && is(part, "text/html")) {
        html.append(text(part, bytes)).append('\n');
      } else if (!is(part, "text/calendar") && !is(part, "image/*")) {
        document(part, name, bytes).ifPresent(documents::add);
      }
    } catch (PartText.Unreadable e) {
      refused.add(
          new ReadMail.Refused(name.isEmpty() ? "…" : name, String.valueOf(e.getMessage())));
    } catch (IOException | RuntimeException e) {
      refused.add(new ReadMail.Refused(name.isEmpty() ? "…" : name, "broken"));
    }
  }

  /** The type that the bytes show, whatever the mail calls them. */
  private static Optional<String> document(Part part, String name, byte[] bytes)
      throws PartText.Unreadable, MessagingException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (starts(bytes, "%PDF-")) {
      return Optional.of(PartText.ofPdf(bytes));
    }
    if (starts(bytes, "PK")) {
      if (lower.endsWith(".docx") || is(part, DOCX)) {
        return Optional.of(PartText.ofZip(bytes, "word/document.xml"));
      }
      if (lower.endsWith(".odt") || is(part, ODT)) {
        return Optional.of(PartText.ofZip(bytes, "content.xml"));
      }
      throw new PartText.Unreadable("type");
    }
    if (is(part, "text/html") || lower.endsWith(".html") || lower.endsWith(".htm")) {
      return Optional.of(PartText.ofHtml(new String(bytes, StandardCharsets.UTF_8)));
    }
    if (is(part, "text/plain") && !starts(bytes, "MZ") && !starts(bytes, "#!")) {
      return Optional.of(PartText.ofPlain(bytes));
    }
    throw new PartText.Unreadable("type");
  }

  private static boolean starts(byte[] bytes, String with) {
    byte[] head = with.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= head.length
        && java.util.Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }

  private static byte[] bytes(Part part)
      throws IOException, MessagingException, PartText.Unreadable {
    byte[] bytes = PartCuts.content(part, LARGEST);
    if (bytes.length > LARGEST) {
      throw new PartText.Unreadable("large");
    }
    return bytes;
  }

  private static String text(Part part, byte[] bytes) {
    return new String(bytes, charset(part));
  }

  private static Charset charset(Part part) {
    try {
      String named = new ContentType(part.getContentType()).getParameter("charset");
      return named == null
          ? StandardCharsets.UTF_8
          : Charset.forName(MimeUtility.javaCharset(named));
    } catch (MessagingException | IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static boolean is(Part part, String type) throws MessagingException {
    return part.isMimeType(type);
  }

  private static @Nullable String disposition(Part part) {
    try {
      return part.getDisposition();
    } catch (MessagingException e) {
      return Part.ATTACHMENT;
    }
  }

  private static String name(Part part) {
    try {
      String name = part.getFileName();
      String decoded = name == null ? "" : MimeUtility.decodeText(name);
      String plain = decoded.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}/\\\\]", "");
      return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    } catch (MessagingException | IOException | RuntimeException e) {
      return "…";
    }
  }
}
