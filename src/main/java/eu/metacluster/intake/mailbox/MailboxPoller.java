package eu.metacluster.intake.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stays at the mailbox while the product runs: it waits for the server to say that something came
 * (IDLE) where it can, and looks every quarter of a minute where it cannot. Several nodes may do so
 * at once, because each mail is taken once.
 */
@Component
@ConditionalOnWebApplication
class MailboxPoller implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);

  private final MailboxSettings settings;
  private final MailboxReading reading;
  private volatile @Nullable Thread worker;
  private volatile @Nullable Store open;

  MailboxPoller(MailboxSettings settings, MailboxReading reading) {
    this.settings = settings;
    this.reading = reading;
  }

  @Override
  public void start() {
    if (settings.known()) {
      worker = Thread.ofVirtual().name("mailbox").start(this::run);
    }
  }

  private void run() {
    Duration pause = PAUSE;
    while (worker != null) {
      try {
        stay();
        pause = PAUSE;
      } catch (MessagingException | RuntimeException e) {
        if (worker != null) {
          LOG.warn("The mailbox does not answer: {}", e.toString());
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      }
      if (!sleep(pause)) {
        return;
      }
    }
  }

  /** Reads and waits on one connection until it breaks. */
  private void stay() throws MessagingException {
    Session session = Session.getInstance(settings.properties());
    try (Store store = session.getStore(settings.protocol())) {
      open = store;
      store.connect(settings.host(), settings.port(), settings.user(), settings.secret());
      boolean idle = store instanceof IMAPStore imap && imap.hasCapability("IDLE");
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        while (worker != null) {
          reading.read(folder);
          if (!await(folder, idle)) {
            return;
          }
        }
      }
    } finally {
      open = null;
    }
  }

  private boolean await(Folder folder, boolean idle) throws MessagingException {
    if (!idle || !(folder instanceof IMAPFolder imap)) {
      boolean slept = sleep(PAUSE);
      folder.getMessageCount();
      return slept;
    }
    Thread waker = Thread.ofVirtual().start(() -> wake(imap));
    try {
      imap.idle(true);
    } finally {
      waker.interrupt();
    }
    return true;
  }

  /** Ends a wait that has lasted long enough; asking for anything does. */
  private static void wake(IMAPFolder folder) {
    if (sleep(LONGEST_WAIT)) {
      try {
        folder.getMessageCount();
      } catch (MessagingException e) {
        LOG.debug("The connection to the mailbox ended while it waited: {}", e.toString());
      }
    }
  }

  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void stop() {
    Thread running = worker;
    worker = null;
    Store store = open;
    if (store != null) {
      try {
        store.close();
      } catch (MessagingException e) {
        LOG.debug("The mailbox was closed badly: {}", e.toString());
      }
    }
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }
}
