package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.fetch.FetchLimits;
import eu.metacluster.harvest.fetch.Ledger;
import eu.metacluster.harvest.fetch.Manner;
import eu.metacluster.harvest.fetch.Pace;
import eu.metacluster.harvest.fetch.RemoteSession;
import eu.metacluster.harvest.fetch.Web;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at an address for a person who waits: which connector reads it, and what comes first. */
@Component
class Previews {

  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final Manner QUICK =
      new Manner(true, Duration.ofMillis(250), Duration.ofSeconds(2));

  private final SourceRegister sources;
  private final Web web;
  private final Pace pace;
  private final Scratch scratch;

  Previews(SourceRegister sources, Web web, Pace pace, Scratch scratch) {
    this.sources = sources;
    this.web = web;
    this.pace = pace;
    this.scratch = scratch;
  }

  /**
   * Looks at an address.
   *
   * @param connector the one to read it with; empty to find out
   */
  Preview of(String address, String connector, Map<String, String> settings) {
    UUID token = UUID.randomUUID();
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Preview> look = thread.submit(() -> look(address, connector, settings, token));
      try {
        return look.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        look.cancel(true);
        return Preview.failed(
            address, connector, "MC-1423", FetchException.Trouble.TOO_SLOW.key(), address);
      } catch (ExecutionException e) {
        LOG.error("Looking at {} failed.", address, e);
        return Preview.failed(address, connector, "MC-1414", "harvest.refusal.fault", "");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Preview.failed(address, connector, "MC-1414", "harvest.refusal.fault", "");
      }
    } finally {
      scratch.remove(token);
    }
  }

  private Preview look(String address, String wanted, Map<String, String> settings, UUID token) {
    String connector = wanted;
    try {
      URI uri = uri(address);
      Path folder = scratch.of(token);
      if (connector.isEmpty()) {
        connector = recognised(uri, folder).map(Connector::id).orElse("");
      }
      if (connector.isEmpty()) {
        return Preview.failed(address, "", "MC-1418", "harvest.refusal.unknown_kind", "");
      }
      return read(uri, sources.connector(connector), settings, folder);
    } catch (FetchException e) {
      String detail = (e.address().getHost() + " " + e.detail()).strip();
      return Preview.failed(address, connector, e.trouble().code(), e.trouble().key(), detail);
    } catch (Refusal e) {
      String detail = e.arguments().isEmpty() ? "" : String.valueOf(e.arguments().getFirst());
      return Preview.failed(address, connector, e.code(), e.key(), detail);
    } catch (IOException e) {
      return Preview.failed(address, connector, "MC-1413", "harvest.refusal.unreadable", "");
    }
  }

  private static URI uri(String address) throws FetchException {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new FetchException(FetchException.Trouble.ADDRESS, URI.create("about:blank"), address);
    }
  }

  /** By what it answers; by its name when it is too large for a first look. */
  private Optional<Connector> recognised(URI uri, Path folder) throws IOException {
    try {
      Answer sample = web.get(uri, FetchLimits.LOOK, QUICK, folder);
      Optional<Connector> online =
          sources.connectors().stream()
              .filter(c -> c instanceof WebConnector web && web.recognises(sample))
              .findFirst();
      return online.isPresent() ? online : named(uri);
    } catch (FetchException e) {
      boolean large =
          e.trouble() == FetchException.Trouble.TOO_LARGE
              || e.trouble() == FetchException.Trouble.TOO_SLOW;
      Optional<Connector> named = large ? named(uri) : Optional.empty();
      if (named.isEmpty()) {
        throw e;
      }
      return named;
    }
  }

  private Optional<Connector> named(URI uri) {
    String path = String.valueOf(uri.getPath()).toLowerCase(Locale.ROOT);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return sources.connectors().stream()
        .filter(c -> c instanceof FileConnector file && file.recognises(name))
        .findFirst();
  }

  private Preview read(URI uri, Connector connector, Map<String, String> settings, Path folder)
      throws IOException {
    PreviewReading reading = new PreviewReading(folder, pace);
    boolean more = false;
    try {
      switch (connector) {
        case WebConnector online -> {
          RemoteSession.Place place =
              new RemoteSession.Place(uri, settings, QUICK, FetchLimits.LOOK, pace.now());
          online.read(new RemoteSession(web, online, place, reading, Ledger.NONE), reading);
        }
        case FileConnector file -> {
          Answer answer = web.get(uri, FetchLimits.LOOK, QUICK, folder);
          file.read(Remotes.laidDown(answer, folder), settings, reading);
        }
      }
    } catch (PreviewReading.Enough e) {
      more = true;
    }
    return new Preview(
        uri.toString(), connector.id(), reading.findings(), reading.problems(), more, "", "", "");
  }
}
