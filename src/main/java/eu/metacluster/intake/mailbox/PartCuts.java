package eu.metacluster.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a mail into its parts and unpacks them, in one pass over the bytes: the mail library looks
 * at each of them several times, which for a document of a megabyte takes longer than to read the
 * document. What is written in an irregular way is left to the library and its leniency.
 */
final class PartCuts {

  private PartCuts() {}

  /** The parts of a part that consists of parts, at most so many. */
  static List<Part> of(Part whole, int most) throws MessagingException, IOException {
    String boundary = boundary(whole);
    byte[] bytes = boundary == null ? null : raw(whole);
    List<Part> parts = boundary == null || bytes == null ? null : cut(bytes, boundary, most);
    if (parts != null) {
      return parts;
    }
    List<Part> slowly = new ArrayList<>();
    if (whole.getContent() instanceof Multipart many) {
      for (int i = 0; i < Math.min(many.getCount(), most); i++) {
        slowly.add(many.getBodyPart(i));
      }
    }
    return slowly;
  }

  private static @Nullable String boundary(Part whole) throws MessagingException {
    try {
      String boundary = new ContentType(whole.getContentType()).getParameter("boundary");
      return boundary == null || boundary.isBlank() ? null : boundary;
    } catch (jakarta.mail.internet.ParseException e) {
      return null;
    }
  }

  /** A part's bytes as they came; null where only the library knows them. */
  private static byte @Nullable [] raw(Part part) throws MessagingException, IOException {
    try (InputStream in =
        switch (part) {
          case MimeMessage mail -> mail.getRawInputStream();
          case MimeBodyPart inner -> inner.getRawInputStream();
          default -> InputStream.nullInputStream();
        }) {
      byte[] bytes = in.readAllBytes();
      return bytes.length == 0 ? null : bytes;
    }
  }

  /** The parts between the delimiters; null when the last one or all are missing. */
  private static @Nullable List<Part> cut(byte[] bytes, String boundary, int most)
      throws MessagingException {
    byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    int begin = -1;
    for (int line = 0; line < bytes.length && parts.size() < most; line = next(bytes, line)) {
      if (!starts(bytes, line, delimiter)) {
        continue;
      }
      int rest = line + delimiter.length;
      boolean last = rest + 1 < bytes.length && bytes[rest] == '-' && bytes[rest + 1] == '-';
      if (!last && !blank(bytes, rest)) {
        continue;
      }
      if (begin >= 0) {
        parts.add(part(bytes, begin, line));
      }
      if (last) {
        return parts.isEmpty() ? null : parts;
      }
      begin = next(bytes, line);
    }
    return parts.size() == most ? parts : null;
  }

  private static MimeBodyPart part(byte[] bytes, int begin, int delimiter)
      throws MessagingException {
    int end = delimiter;
    if (end > begin && bytes[end - 1] == '\n') {
      end--;
      if (end > begin && bytes[end - 1] == '\r') {
        end--;
      }
    }
    return new MimeBodyPart(new SharedByteArrayInputStream(bytes, begin, end - begin));
  }

  /** Where the line after this one begins. */
  private static int next(byte[] bytes, int line) {
    int at = line;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private static boolean starts(byte[] bytes, int at, byte[] with) {
    int end = at + with.length;
    return end <= bytes.length && Arrays.equals(bytes, at, end, with, 0, with.length);
  }

  /** Whether nothing more stands in this line. */
  private static boolean blank(byte[] bytes, int from) {
    for (int at = from; at < bytes.length && bytes[at] != '\n'; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
        return false;
      }
    }
    return true;
  }

  /**
   * What a part holds, unpacked.
   *
   * @param most bytes that are wanted; of a larger one at least one more comes
   */
  static byte[] content(Part part, int most) throws MessagingException, IOException {
    byte[] packed =
        part instanceof MimeBodyPart inner && "base64".equalsIgnoreCase(inner.getEncoding())
            ? raw(part)
            : null;
    if (packed != null) {
      try {
        return Base64.getMimeDecoder().decode(packed);
      } catch (IllegalArgumentException e) {
        // the library reads what others would not
      }
    }
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(most + 1);
    }
  }
}
