package eu.metacluster.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Takes mails as they came over the wire, from whichever mailbox. */
@Component
class RawMails {

  /** Bytes of the largest mail that is read. */
  static final int LARGEST = 40 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(RawMails.class);
  private static final int LARGEST_HEAD = 1 << 20;

  /**
   * Headers may be UTF-8 as they are (RFC 6532): else a foreign letter looks like two harmless
   * ones.
   */
  private static final Session SESSION = session();

  private final MailTaking taking;

  private static Session session() {
    Properties lenient = new Properties();
    lenient.put("mail.mime.allowutf8", "true");
    lenient.put("mail.mime.address.strict", "false");
    return Session.getInstance(lenient);
  }

  RawMails(MailTaking taking) {
    this.taking = taking;
  }

  /**
   * Takes a mail; one that cannot even be parsed is answered once.
   *
   * @return false when it is to be tried again later
   */
  boolean take(byte[] bytes, Instant at) {
    try {
      try {
        taking.take(parsed(bytes), sha(bytes), at);
      } catch (DataAccessException e) {
        // another mail at the same time may have been about the same thing
        taking.take(parsed(bytes), sha(bytes), at);
      }
      return true;
    } catch (IOException | MessagingException | RuntimeException e) {
      LOG.warn("A mail could not be taken: {}", e.toString());
      return !later(e) && refuse(head(bytes), "MIME");
    }
  }

  /** Without a copy: its parts are pieces of the same bytes. */
  private static MimeMessage parsed(byte[] bytes) throws MessagingException {
    return new MimeMessage(SESSION, new SharedByteArrayInputStream(bytes));
  }

  /** Answers that a mail is too large to be read. */
  boolean tooLarge(byte[] head) {
    return refuse(head, "> 40 MB");
  }

  private boolean refuse(byte[] head, String why) {
    try {
      MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(head));
      taking.refuse(mail, why, sha(head));
      return true;
    } catch (MessagingException | RuntimeException e) {
      LOG.warn("A mail could not be answered and stays: {}", e.toString());
      return false;
    }
  }

  private static boolean later(Exception e) {
    return e instanceof TransientDataAccessException
        || e instanceof CannotCreateTransactionException;
  }

  private static byte[] head(byte[] bytes) {
    try {
      InternetHeaders headers =
          new InternetHeaders(
              new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, LARGEST_HEAD)));
      StringBuilder head = new StringBuilder();
      headers.getAllHeaderLines().asIterator().forEachRemaining(l -> head.append(l).append("\r\n"));
      return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    } catch (MessagingException e) {
      return new byte[0];
    }
  }

  /** Whose mail a file holds, empty when that cannot be told. */
  static String sender(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = head(in.readNBytes(LARGEST_HEAD));
      return MailTaking.from(new MimeMessage(SESSION, new ByteArrayInputStream(head)));
    } catch (MessagingException e) {
      return "";
    }
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
