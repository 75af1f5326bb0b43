package eu.metacluster.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.eclipse.angus.mail.util.QPEncoderStream;

/**
 * A mail of plain text as it goes over the wire, its text encoded already. The library would search
 * the class path several times for each mail, for how to encode it and how to end its lines, which
 * takes longer than all the rest.
 */
final class ReadyMail extends MimeMessage {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);
  private static final byte[] LINE_END = {'\r', '\n'};

  /** SMTP takes no longer lines (RFC 5321); some are for the server. */
  private static final int LONGEST_LINE = 900;

  /**
   * A mail, ready to be sent.
   *
   * @param from the house's own address
   * @param host what its Message-ID ends with
   * @throws MessagingException when an address or a header cannot be written
   */
  ReadyMail(Session session, Mail mail, String from, String host) throws MessagingException {
    super(session);
    setFrom(new InternetAddress(from));
    setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    setHeader("Date", DATE.format(ZonedDateTime.now(ZoneId.systemDefault())));
    setHeader("Message-ID", "<" + mail.id() + "@" + host + ">");
    setHeader("MIME-Version", "1.0");
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      setHeader(header.getKey(), header.getValue());
    }
    setHeader("Content-Type", "text/plain; charset=UTF-8");
    boolean plain = plain(mail.text());
    setHeader("Content-Transfer-Encoding", plain ? "7bit" : "quoted-printable");
    content = plain ? lines(mail.text()) : quoted(mail.text());
    modified = false;
    saved = true;
  }

  /** Whether a text may go as it is: ASCII in lines that are not too long. */
  private static boolean plain(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      length = at == '\n' || at == '\r' ? 0 : length + 1;
      boolean printed = at >= ' ' && at < 0x7f;
      if (length > LONGEST_LINE || !(printed || at == '\n' || at == '\r' || at == '\t')) {
        return false;
      }
    }
    return true;
  }

  private static byte[] lines(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] quoted(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * text.length());
    try (QPEncoderStream quoting = new QPEncoderStream(bytes)) {
      quoting.write(
          text.replace("\r\n", "\n")
              .replace('\r', '\n')
              .replace("\n", "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(content.length + 1024);
    Enumeration<String> lines = getNonMatchingHeaderLines(without);
    while (lines.hasMoreElements()) {
      whole.writeBytes(lines.nextElement().getBytes(StandardCharsets.UTF_8));
      whole.writeBytes(LINE_END);
    }
    whole.writeBytes(LINE_END);
    whole.writeBytes(content);
    whole.writeTo(out);
    out.flush();
  }
}
