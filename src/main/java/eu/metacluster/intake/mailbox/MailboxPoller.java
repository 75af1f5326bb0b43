package eu.metacluster.intake.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.event.MessageCountListener;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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
class MailboxPoller implements SmartLifecycle, MessageCountListener {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);

  /**
   * How long it waits.
   *
   * @param look between two looks where the server cannot say that something came
   * @param first before the connection is tried again; then twice as long each time
   * @param longest the most between two tries
   * @param idle after so long a wait for the server is begun anew; RFC 2177 wants it below 29 min,
   *     routers forget a silent connection after five
   */
  record Pace(Duration look, Duration first, Duration longest, Duration idle) {
    static final Pace USUAL =
        new Pace(
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(4));
  }

  private final MailboxSettings settings;
  private final MailboxReading reading;
  private final AccessTokens tokens;
  private final Pace pace;
  private volatile @Nullable Thread worker;
  private volatile @Nullable Store open;
  private volatile boolean reached;
  private final AtomicInteger waits = new AtomicInteger();
  private volatile Semaphore bell = new Semaphore(0);

  @Autowired
  MailboxPoller(MailboxSettings settings, MailboxReading reading, AccessTokens tokens) {
    this(settings, reading, tokens, Pace.USUAL);
  }

  MailboxPoller(MailboxSettings settings, MailboxReading reading, AccessTokens tokens, Pace pace) {
    this.settings = settings;
    this.reading = reading;
    this.tokens = tokens;
    this.pace = pace;
  }

  @Override
  public void start() {
    if (settings.known()) {
      worker = Thread.ofVirtual().name("mailbox").unstarted(this::run);
      worker.start();
    }
  }

  private void run() {
    Duration pause = pace.first();
    while (worker != null) {
      reached = false;
      try {
        stay();
      } catch (MessagingException | RuntimeException e) {
        if (worker != null) {
          LOG.warn("The mailbox does not answer: {}", e.toString());
        }
      }
      pause = reached ? pace.first() : longer(pause);
      if (worker == null || !sleep(pause)) {
        return;
      }
    }
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(pace.longest()) > 0 ? pace.longest() : twice;
  }

  /** Reads and waits on one connection until it breaks. */
  private void stay() throws MessagingException {
    Session session = Session.getInstance(settings.properties());
    try (Store store = session.getStore(settings.protocol())) {
      open = store;
      connect(store);
      boolean idle = store instanceof IMAPStore imap && imap.hasCapability("IDLE");
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.addMessageCountListener(this);
        folder.open(Folder.READ_WRITE);
        reached = true;
        boolean on = true;
        while (on && worker != null) {
          int before = folder.getMessageCount();
          reading.read(folder);
          on = folder.getMessageCount() != before || await(folder, idle);
        }
      }
    } finally {
      open = null;
    }
  }

  private void connect(Store store) throws MessagingException {
    boolean asked = !settings.tokenEndpoint().isEmpty();
    String secret = asked ? tokens.token() : settings.secret();
    try {
      store.connect(settings.host(), settings.port(), settings.user(), secret);
    } catch (AuthenticationFailedException e) {
      tokens.forget();
      throw e;
    }
  }

  /**
   * Waits for the next mail. What came since the folder was searched ends the wait: servers say so
   * with an earlier answer, which is looked at before, with the beginning of the wait, which rings
   * the bell, or once it has begun.
   */
  private boolean await(Folder folder, boolean idle) throws MessagingException {
    if (!idle || !(folder instanceof IMAPFolder imap)) {
      return sleep(pace.look());
    }
    waits.incrementAndGet();
    Semaphore ring = new Semaphore(0);
    AtomicBoolean over = new AtomicBoolean();
    bell = ring;
    Thread.ofVirtual().name("mailbox-wake").start(() -> wake(imap, ring, over));
    try {
      imap.idle(true);
    } finally {
      over.set(true);
      ring.release();
    }
    return true;
  }

  /** How often it has begun to wait for the server. */
  int waits() {
    return waits.get();
  }

  @Override
  public void messagesAdded(MessageCountEvent event) {
    bell.release();
  }

  @Override
  public void messagesRemoved(MessageCountEvent event) {
    // what is gone needs no reading
  }

  /** Ends a wait that has lasted long enough, or is for what is there; asking for anything does. */
  private void wake(IMAPFolder folder, Semaphore ring, AtomicBoolean over) {
    try {
      if (!ring.tryAcquire(pace.idle().toMillis(), TimeUnit.MILLISECONDS) || !over.get()) {
        folder.doCommand(
            server -> {
              server.noop();
              return null;
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (MessagingException | IllegalStateException e) {
      LOG.debug("The connection to the mailbox ended while it waited: {}", e.toString());
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
