package eu.metacluster.discovery.index;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Sees to it that nothing is left of documents that were replaced. A server keeps them for half a
 * minute for its copies, so this goes on in the background while others are written and found.
 */
final class OpenSearchPurge {

  private static final Logger LOG = LoggerFactory.getLogger(OpenSearchPurge.class);
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final int TRIES = 30;

  private final OpenSearchServer server;
  private final String name;
  private final AtomicBoolean going = new AtomicBoolean();

  OpenSearchPurge(OpenSearchServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Whether it has begun and is not done. */
  boolean going() {
    return going.get();
  }

  void begin() {
    if (going.compareAndSet(false, true)) {
      Thread.ofVirtual().name("search-purge").start(this::run);
    }
  }

  private void run() {
    try {
      int tried = 0;
      while (left() && tried++ < TRIES) {
        Thread.sleep(PAUSE);
      }
      going.set(false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean left() {
    try {
      server.ask("POST", "/" + name + "/_forcemerge?only_expunge_deletes=true&flush=true", null);
      server.ask("POST", "/" + name + "/_refresh", null);
      JsonNode stats = server.ask("GET", "/" + name + "/_stats/docs", null);
      return stats.path("_all").path("primaries").path("docs").path("deleted").asLong(0) > 0;
    } catch (IOException e) {
      LOG.info("What was replaced in the index {} could not be purged yet", name, e);
      return true;
    }
  }
}
