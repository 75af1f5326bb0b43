package eu.metacluster.intake.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what lies in the letterbox, as soon as it lies there. Whoever takes a mail a second time,
 * another node or this one after it was killed, finds that it was taken.
 */
@Component
class LetterboxWork {

  private static final Logger LOG = LoggerFactory.getLogger(LetterboxWork.class);
  private static final Duration LATER = Duration.ofMinutes(2);
  private static final int AT_ONCE = 50;

  private final LetterboxRows rows;
  private final RawMails mails;
  private final Semaphore one = new Semaphore(1);
  private final AtomicBoolean more = new AtomicBoolean();

  LetterboxWork(LetterboxRows rows, RawMails mails) {
    this.rows = rows;
    this.mails = mails;
  }

  /** Keeps a mail for good and sees to it that it is taken soon. */
  void keep(Path file) throws IOException {
    rows.keep(file, RawMails.sender(file));
    Thread.ofVirtual().name("letterbox-work").start(this::workQuietly);
  }

  private void workQuietly() {
    try {
      work();
    } catch (RuntimeException e) {
      LOG.warn("The letterbox is emptied later: {}", e.toString());
    }
  }

  /** Takes all that waits; whoever comes meanwhile leaves word and goes. */
  void work() {
    more.set(true);
    while (more.get() && one.tryAcquire()) {
      try {
        more.set(false);
        for (List<UUID> waiting = rows.waiting(AT_ONCE);
            !waiting.isEmpty();
            waiting = rows.waiting(AT_ONCE)) {
          waiting.forEach(this::take);
        }
      } finally {
        one.release();
      }
    }
  }

  private void take(UUID id) {
    LetterboxRows.Raw raw = rows.find(id);
    if (raw != null && mails.take(raw.bytes(), raw.at())) {
      rows.taken(id);
    } else {
      rows.later(id, Instant.now().plus(LATER));
    }
  }
}
