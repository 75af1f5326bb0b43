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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what is new in a folder. Nothing is deleted or moved: a mail that was read gets a flag, and
 * one that could not be taken keeps none and is tried again.
 */
@Component
class MailboxReading {

  /** Where a server keeps no flags of ours, that a mail was seen has to do. */
  static final String FLAG = "Metacluster";

  private static final Logger LOG = LoggerFactory.getLogger(MailboxReading.class);

  /** How many mails are taken at once. */
  private static final int HANDS = 2;

  private final RawMails mails;

  MailboxReading(RawMails mails) {
    this.mails = mails;
  }

  /** A mail that is being taken. */
  private record Pending(Message message, Future<Boolean> taken) {}

  /**
   * Reads all that is new; returns how many mails were taken. While some are taken, the next are
   * fetched.
   */
  int read(Folder folder) throws MessagingException {
    Flags done = flags(folder);
    Message[] fresh = folder.search(new FlagTerm(done, false));
    int taken = 0;
    Deque<Pending> pending = new ArrayDeque<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      for (Message message : fresh) {
        Callable<Boolean> work = fetch(folder, (MimeMessage) message);
        while (pending.size() > HANDS || (large(message) && !pending.isEmpty())) {
          taken += settle(pending.removeFirst(), done);
        }
        pending.add(new Pending(message, hands.submit(work)));
      }
      while (!pending.isEmpty()) {
        taken += settle(pending.removeFirst(), done);
      }
    }
    return taken;
  }

  /** Few large ones fill the memory: each has it for itself. */
  private static boolean large(Message message) throws MessagingException {
    return message.getSize() > RawMails.LARGEST / 8;
  }

  private static int settle(Pending one, Flags done) throws MessagingException {
    try {
      if (!one.taken().get()) {
        return 0;
      }
      one.message().setFlags(done, true);
      return 1;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MessagingException("stopped", e);
    }
  }

  private static Flags flags(Folder folder) {
    Flags permanent = folder.getPermanentFlags();
    boolean own = permanent != null && permanent.contains(Flags.Flag.USER);
    return own ? new Flags(FLAG) : new Flags(Flags.Flag.SEEN);
  }

  /** Fetches a mail and answers how to take it; what cannot be fetched is left for later. */
  private Callable<Boolean> fetch(Folder folder, MimeMessage mail) throws MessagingException {
    try {
      Instant at =
          mail.getReceivedDate() == null ? Instant.now() : mail.getReceivedDate().toInstant();
      ByteArrayOutputStream fetched = bytes(mail);
      if (fetched == null) {
        byte[] head = head(mail);
        return () -> mails.tooLarge(head);
      }
      byte[] bytes = fetched.toByteArray();
      return () -> mails.take(bytes, at);
    } catch (IOException | MessagingException e) {
      if (!folder.isOpen()) {
        throw new MessagingException("the connection broke", e);
      }
      LOG.warn("A mail could not be fetched and stays in the mailbox: {}", e.toString());
      return () -> false;
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
