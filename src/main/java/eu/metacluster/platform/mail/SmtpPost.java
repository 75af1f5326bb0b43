package eu.metacluster.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands mails to an SMTP server, many over one connection, each with an id of its own. Connections
 * stay open until nothing more is to be sent.
 */
final class SmtpPost implements Post {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);
  private static final Duration LONGEST = Duration.ofMinutes(4);

  /** Fewer are not worth a second connection. */
  private static final int WORTH_ANOTHER = 50;

  private static final int FOR_GOOD = 500;

  private final JavaMailSenderImpl sender;
  private final String from;
  private final String host;
  private final @Nullable NotingTransport[] open;

  SmtpPost(JavaMailSenderImpl sender, String from, int connections) {
    this.sender = sender;
    this.from = from;
    this.host = from.replaceFirst(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
    this.open = new NotingTransport[connections];
  }

  @Override
  public Map<UUID, Refused> hand(List<Mail> mails, HandLog log) {
    Instant end = Instant.now().plus(LONGEST);
    int lines = Math.clamp(mails.size() / WORTH_ANOTHER, 1, open.length);
    Map<UUID, Refused> refused = new HashMap<>();
    List<Future<Map<UUID, Refused>>> others = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("mail-", 1).factory())) {
      for (int line = 1; line < lines; line++) {
        int at = line;
        others.add(threads.submit(() -> hand(share(mails, at, lines), at, log, end)));
      }
      refused.putAll(hand(share(mails, 0, lines), 0, log, end));
      for (Future<Map<UUID, Refused>> other : others) {
        refused.putAll(other.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return refused;
  }

  private static List<Mail> share(List<Mail> mails, int line, int lines) {
    int each = (mails.size() + lines - 1) / lines;
    int begin = Math.min(mails.size(), line * each);
    return mails.subList(begin, Math.min(mails.size(), begin + each));
  }

  private Map<UUID, Refused> hand(List<Mail> mails, int line, HandLog log, Instant end) {
    Map<UUID, Refused> refused = new HashMap<>();
    String trouble = "";
    for (Mail mail : mails) {
      if (trouble.isEmpty() && Instant.now().isAfter(end)) {
        trouble = "the mail server is slow";
      }
      if (trouble.isEmpty()) {
        trouble = hand(mail, line, log, refused);
      } else {
        refused.put(mail.id(), new Refused(trouble, false));
      }
    }
    return refused;
  }

  /** Hands one mail over; answers why the others need not be tried, empty when they should. */
  private String hand(Mail mail, int line, HandLog log, Map<UUID, Refused> refused) {
    for (boolean again = false; ; again = true) {
      NotingTransport transport;
      try {
        transport = transport(line, log);
      } catch (MessagingException e) {
        refused.put(mail.id(), new Refused(reason(e), false));
        return reason(e);
      }
      transport.next(mail.id());
      try {
        ReadyMail message = new ReadyMail(sender.getSession(), mail, from, host);
        transport.sendMessage(message, message.getAllRecipients());
        log.over(mail.id());
        return "";
      } catch (MessagingException | RuntimeException e) {
        boolean answered = transport.isConnected();
        if (!answered) {
          leave(line);
        }
        if (answered || transport.begun() || again) {
          refused.put(mail.id(), refused(mail, transport.begun(), answered, e));
          if (answered && transport.begun()) {
            log.refused(mail.id());
          }
          return "";
        }
        // the server had hung up between two mails: once more over a new connection
      }
    }
  }

  private static Refused refused(Mail mail, boolean begun, boolean answered, Exception cause) {
    boolean perhapsTaken = begun && !answered && mail.bulk();
    boolean nobodyThere =
        cause instanceof SendFailedException failed
            && failed.getInvalidAddresses() != null
            && failed.getInvalidAddresses().length > 0;
    boolean notWanted =
        begun && cause instanceof SMTPSendFailedException said && said.getReturnCode() >= FOR_GOOD;
    boolean forGood = nobodyThere || notWanted;
    return new Refused(reason(cause), perhapsTaken || forGood);
  }

  private NotingTransport transport(int line, HandLog log) throws MessagingException {
    NotingTransport known = open[line];
    if (known != null) {
      return known;
    }
    Session session = sender.getSession();
    NotingTransport fresh = new NotingTransport(session, "smtps".equals(sender.getProtocol()), log);
    fresh.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
    open[line] = fresh;
    return fresh;
  }

  private static String reason(Exception cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }

  private void leave(int line) {
    NotingTransport left = open[line];
    open[line] = null;
    if (left != null) {
      try {
        left.close();
      } catch (MessagingException e) {
        LOG.debug("A connection to the mail server was closed badly: {}", e.toString());
      }
    }
  }

  @Override
  public void close() {
    for (int line = 0; line < open.length; line++) {
      leave(line);
    }
  }
}
