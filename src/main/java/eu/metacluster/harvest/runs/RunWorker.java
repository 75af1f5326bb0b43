package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Origin;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.fetch.LastAnswer;
import eu.metacluster.harvest.fetch.RemoteSession;
import eu.metacluster.harvest.fetch.Validators;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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
      Ending ending,
      Scratch scratch,
      SourceMemory memory,
      Remotes remotes) {
    this.sources = sources;
    this.runs = runs;
    this.log = log;
    this.snapshots = snapshots;
    this.desk = desk;
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
      case FileConnector connector -> {
        if (run.location().startsWith("http")) {
          fetched(run, source, connector, hold);
        } else {
          file(Path.of(run.location()), Validators.NONE, source, connector, hold);
        }
      }
      case WebConnector connector -> online(source, connector, hold);
    }
  }

  private void online(SourceRow source, WebConnector connector, Desk.Hold hold)
      throws IOException, InterruptedException {
    AtomicBoolean unchanged = new AtomicBoolean();
    RunReading.Legacy legacy =
        connected(
            hold,
            reading -> {
              RemoteSession session = remotes.session(source, connector, reading, reading);
              try {
                connector.read(session, reading);
              } finally {
                remotes.count(hold, session);
              }
              unchanged.set(session.unchanged());
            });
    if (unchanged.get()) {
      ending.confirmed(hold, memory.lastReading(source.id()).orElseThrow());
    } else {
      ending.finished(hold, legacy);
    }
  }

  private void fetched(RunRow run, SourceRow source, FileConnector connector, Desk.Hold hold)
      throws IOException, InterruptedException {
    String reader = LastAnswer.reader(connector, source.settings());
    LastAnswer last =
        hold.dry()
            ? null
            : memory
                .lastAnswer(source.id())
                .filter(known -> known.reader().equals(reader))
                .orElse(null);
    URI address = Remotes.address(run.location());
    Optional<Remotes.Download> download =
        remotes.download(source, address, scratch.of(hold.token()), hold, last);
    if (download.isPresent()) {
      Remotes.Download fresh = download.get();
      file(fresh.file(), fresh.validators(), source, connector, hold);
    } else {
      scratch.remove(hold.token());
      ending.confirmed(hold, memory.lastReading(source.id()).orElseThrow());
    }
  }

  private void file(
      Path payload,
      Validators validators,
      SourceRow source,
      FileConnector connector,
      Desk.Hold hold)
      throws IOException, InterruptedException {
    if (!Files.isReadable(payload)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1407", "harvest.refusal.not_there");
    }
    byte[] digest = PayloadDigest.of(payload, connector, source.settings());
    Optional<Long> last = hold.dry() ? Optional.empty() : memory.lastReading(source.id(), digest);
    if (last.isPresent()) {
      scratch.remove(hold.token());
      ending.confirmed(hold, last.get());
      return;
    }
    String reader = LastAnswer.reader(connector, source.settings());
    RunReading.Legacy legacy =
        connected(
            hold,
            reading -> {
              reading.reads(new LastAnswer(reader, validators, digest));
              connector.read(payload, source.settings(), reading);
            });
    ending.finished(hold, legacy);
  }

  /** Reads into a reading. */
  @FunctionalInterface
  private interface Reader {
    void read(RunReading reading) throws IOException;
  }

  private RunReading.Legacy connected(Desk.Hold hold, Reader reader)
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
    return reading.legacy();
  }
}
