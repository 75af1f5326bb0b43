package eu.metacluster.harvest.runs;

import eu.metacluster.platform.web.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells a page how a run goes on, whichever node works on it. The stream ends with the run, with
 * the reader, and with the node; a browser whose stream ended early opens it anew.
 */
@Component
class RunStream {

  private static final Logger LOG = LoggerFactory.getLogger(RunStream.class);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final int QUIET = 20;

  private final Runs runs;
  private final AtomicInteger readers = new AtomicInteger();
  private volatile boolean closing;

  RunStream(Runs runs) {
    this.runs = runs;
  }

  /** An open stream would hold up the node that wants to stop. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    closing = true;
  }

  /** How many streams this node feeds now. */
  int readers() {
    return readers.get();
  }

  /** A new stream; {@code page} says its texts in the reader's language. */
  SseEmitter open(long run, Page page) {
    Listener listener = new Listener(new SseEmitter(LONGEST.toMillis()), run, page);
    listener.out.onCompletion(listener::leave);
    listener.out.onTimeout(listener.out::complete);
    listener.out.onError(fault -> listener.leave());
    Thread.ofVirtual().name("run-stream-" + run).start(listener);
    return listener.out;
  }

  /** One reader of one run. */
  private final class Listener implements Runnable {

    private final SseEmitter out;
    private final long run;
    private final Page page;
    private volatile boolean left;

    Listener(SseEmitter out, long run, Page page) {
      this.out = out;
      this.run = run;
      this.page = page;
    }

    void leave() {
      left = true;
    }

    @Override
    public void run() {
      readers.incrementAndGet();
      try {
        if (told()) {
          out.send(SseEmitter.event().name("end").data("end"));
        }
        out.complete();
      } catch (IOException | IllegalStateException e) {
        LOG.debug("The reader of run {} is gone.", run, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        out.completeWithError(e);
      } finally {
        readers.decrementAndGet();
      }
    }

    /** Tells everything new until the run has ended; false when the stream ends before it. */
    private boolean told() throws IOException, InterruptedException {
      RunProgress last = null;
      int quiet = 0;
      while (!closing && !left) {
        RunProgress now = RunProgress.of(page, runs.get(run), Instant.now());
        if (!now.equals(last)) {
          out.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
          quiet = 0;
        } else if (++quiet % QUIET == 0) {
          out.send(SseEmitter.event().comment("waiting"));
        }
        if (!now.open()) {
          return true;
        }
        last = now;
        Thread.sleep(PAUSE);
      }
      return false;
    }
  }
}
