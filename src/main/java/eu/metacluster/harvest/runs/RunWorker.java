package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Origin;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.fetch.RemoteSession;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does a run from its start to its end. A run that was cut off is simply read again: what it had
 * already written is recognised, so nothing is half there and nothing twice.
 */
@Component
class RunWorker {

  private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

  private final SourceRegister sources;
  private final Runs runs;
  private final RunLog log;
  private final Snapshots snapshots;
  private final Desk desk;
  private final Stated stated;
  private final Ending ending;
  private final Scratch scratch;
  private final SourceMemory memory;
  private final Remotes remotes;
  private final Set<RunReading> readings = ConcurrentHashMap.newKeySet();

  RunWorker(
      SourceRegister sources,
      Runs runs,
      RunLog log,
      Snapshots snapshots,
      Desk desk,
      Stated stated,
      Ending ending,
      Scratch scratch,
      SourceMemory memory,
      Remotes remotes) {
    this.sources = sources;
    this.runs = runs;
    this.log = log;
    this.snapshots = snapshots;
    this.desk = desk;
    this.stated = stated;
    this.ending = ending;
    this.scratch = scratch;
    this.memory = memory;
    this.remotes = remotes;
  }

  /** When the product stops, open runs stay open and go on at the next start. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    readings.forEach(RunReading::stop);
  }

  /** Does the run, unless it is done or another worker has it. */
  void work(long id) {
    UUID token = UUID.randomUUID();
    Optional<Instant> retrieved = runs.claim(id, token);
    if (retrieved.isEmpty()) {
      return;
    }
    RunRow run = runs.get(id);
    boolean register = sources.connector(sources.get(run.source()).connector()).reference();
    Origin origin = new Origin(run.source(), id, retrieved.get());
    Desk.Hold hold = new Desk.Hold(origin, token, run.dry(), register);
    try {
      log.clear(id);
      read(run, hold);
    } catch (Runs.Lost e) {
      LOG.info("Run {} was given up; whoever finds it open goes on.", id);
    } catch (Refusal e) {
      ending.failed(hold, e.code(), e.key());
    } catch (FetchException e) {
      ending.failed(hold, e);
    } catch (IOException e) {
      LOG.warn("Run {} cannot read {}.", id, run.location(), e);
      ending.failed(hold, "MC-1413", "harvest.refusal.unreadable");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("Run {} failed.", id, e);
      ending.failed(hold, "MC-1414", "harvest.refusal.fault");
    }
  }

  private void read(RunRow run, Desk.Hold hold) throws IOException, InterruptedException {
    SourceRow source = sources.get(run.source());
    switch (sources.connector(source.connector())) {
      case FileConnector connector -> readFile(run, source, connector, hold);
      case WebConnector connector ->
          connected(
              hold,
              reading -> {
                RemoteSession session = remotes.session(source, connector, reading, reading);
                try {
                  connector.read(session, reading);
                } finally {
                  remotes.count(hold, session);
                }
              },
              null);
    }
  }

  private void readFile(RunRow run, SourceRow source, FileConnector connector, Desk.Hold hold)
      throws IOException, InterruptedException {
    boolean remote = run.location().startsWith("http");
    Path payload =
        remote
            ? remotes.download(source, run.location(), scratch.of(hold.token()), hold)
            : Path.of(run.location());
    if (!Files.isReadable(payload)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1407", "harvest.refusal.not_there");
    }
    byte[] digest = PayloadDigest.of(payload, connector, source.settings());
    Optional<Long> last = run.dry() ? Optional.empty() : stated.lastReading(run.source(), digest);
    if (last.isPresent()) {
      ending.confirmed(hold, last.get());
      return;
    }
    if (!run.dry()) {
      stated.forget(run.source());
    }
    connected(hold, reading -> connector.read(payload, source.settings(), reading), digest);
  }

  /** Reads into a reading. */
  @FunctionalInterface
  private interface Reader {
    void read(RunReading reading) throws IOException;
  }

  private void connected(Desk.Hold hold, Reader reader, byte @Nullable [] digest)
      throws IOException, InterruptedException {
    RunReading reading = new RunReading(hold, desk, runs, log, snapshots, scratch, memory);
    readings.add(reading);
    boolean done = false;
    try {
      reader.read(reading);
      reading.finish();
      done = true;
    } finally {
      readings.remove(reading);
      if (!done) {
        reading.close();
      }
      scratch.remove(hold.token());
    }
    ending.finished(hold, digest, reading.legacy());
  }
}
