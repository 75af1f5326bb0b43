package eu.metacluster.intake.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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

  private final RawMails mails;

  MailboxReading(RawMails mails) {
    this.mails = mails;
  }

  /** Reads all that is new; returns how many mails were taken. */
  int read(Folder folder) throws MessagingException {
    Flags done = flags(folder);
    Message[] fresh = folder.search(new FlagTerm(done, false));
    int taken = 0;
    for (Message message : fresh) {
      if (take(folder, message)) {
        message.setFlags(done, true);
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

  /** A mail that cannot be fetched is left for later, unless the whole connection has broken. */
  private boolean take(Folder folder, Message message) throws MessagingException {
    MimeMessage mail = (MimeMessage) message;
    try {
      Instant at =
          mail.getReceivedDate() == null ? Instant.now() : mail.getReceivedDate().toInstant();
      ByteArrayOutputStream bytes = bytes(mail);
      return bytes == null ? mails.tooLarge(head(mail)) : mails.take(bytes.toByteArray(), at);
    } catch (IOException | MessagingException e) {
      if (!folder.isOpen()) {
        throw new MessagingException("the connection broke", e);
      }
      LOG.warn("A mail could not be fetched and stays in the mailbox: {}", e.toString());
      return false;
    }
  }

  /** What a mail consists of, null when that is too much. */
  private static @Nullable ByteArrayOutputStream bytes(MimeMessage mail)
      throws IOException, MessagingException {
    int size = mail.getSize();
    if (size > RawMails.LARGEST) {
      return null;
    }
    Bounded bytes = new Bounded(Math.max(size, 1024));
    try {
      mail.writeTo(bytes);
    } catch (Full e) {
      return null;
    }
    return bytes.kept;
  }

  private static byte[] head(MimeMessage mail) throws MessagingException {
    StringBuilder head = new StringBuilder();
    mail.getAllHeaderLines().asIterator().forEachRemaining(l -> head.append(l).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final class Full extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Keeps bytes up to the limit and says so beyond it. */
  private static final class Bounded extends OutputStream {

    private final ByteArrayOutputStream kept;

    Bounded(int size) {
      kept = new ByteArrayOutputStream(size);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (kept.size() + length > RawMails.LARGEST) {
        throw new Full();
      }
      kept.write(bytes, offset, length);
    }
  }
}
