package eu.metacluster.intake.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what is new in a folder, one mail at a time. Nothing is deleted or moved: a mail that was
 * read gets a flag, and one that could not be taken keeps none and is tried again.
 */
@Component
class MailboxReading {

  /** Where a server keeps no flags of ours, that a mail was seen has to do. */
  static final String FLAG = "Metacluster";

  private static final Logger LOG = LoggerFactory.getLogger(MailboxReading.class);
  private static final int LARGEST = 40 << 20;
  private static final int AT_ONCE = 200;

  private final MailTaking taking;

  MailboxReading(MailTaking taking) {
    this.taking = taking;
  }

  /** Reads all that is new; returns how many mails were taken. */
  int read(Folder folder) throws MessagingException {
    Flags done = flags(folder);
    Message[] fresh = folder.search(new FlagTerm(done, false));
    int taken = 0;
    for (int i = 0; i < Math.min(fresh.length, AT_ONCE); i++) {
      if (take(fresh[i])) {
        fresh[i].setFlags(done, true);
        taken++;
      }
    }
    return taken;
  }

  private static Flags flags(Folder folder) {
    Flags permanent = folder.getPermanentFlags();
    boolean own = permanent != null && permanent.contains(Flags.Flag.USER);
    return own ? new Flags(FLAG) : new Flags(Flags.Flag.SEEN);
  }

  private boolean take(Message message) throws MessagingException {
    Instant at =
        message.getReceivedDate() == null ? Instant.now() : message.getReceivedDate().toInstant();
    MimeMessage mail = (MimeMessage) message;
    try {
      byte[] bytes = bytes(mail);
      if (bytes.length > LARGEST) {
        taking.refuse(mail, "> 40 MB", sha(head(mail)));
      } else {
        MimeMessage whole = new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
        taking.take(whole, sha(bytes), at);
      }
      return true;
    } catch (IOException | MessagingException | RuntimeException e) {
      LOG.warn("A mail could not be taken and stays in the mailbox: {}", e.toString());
      return !(e instanceof org.springframework.dao.TransientDataAccessException)
          && unreadable(mail);
    }
  }

  /** A mail that cannot even be parsed is answered once and not tried again. */
  private boolean unreadable(MimeMessage mail) {
    try {
      taking.refuse(mail, "MIME", sha(head(mail)));
      return true;
    } catch (MessagingException | RuntimeException e) {
      return false;
    }
  }

  private static byte[] bytes(MimeMessage mail) throws IOException, MessagingException {
    if (mail.getSize() > LARGEST) {
      return new byte[LARGEST + 1];
    }
    Bounded bytes = new Bounded();
    try {
      mail.writeTo(bytes);
    } catch (Full e) {
      return new byte[LARGEST + 1];
    }
    return bytes.kept.toByteArray();
  }

  private static byte[] head(MimeMessage mail) throws MessagingException {
    StringBuilder head = new StringBuilder();
    mail.getAllHeaderLines().asIterator().forEachRemaining(line -> head.append(line).append('\n'));
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Full extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Keeps bytes up to the limit and says so beyond it. */
  private static final class Bounded extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (kept.size() + length > LARGEST) {
        throw new Full();
      }
      kept.write(bytes, offset, length);
    }
  }
}
