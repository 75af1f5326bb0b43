package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.archive.Contents;
import eu.metacluster.platform.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code ./metacluster import FILE-OR-FOLDER [--source NAME] [--dry-run]}. */
@Component
class ImportCommand implements Command {

  private static final String USAGE =
      "Usage: ./metacluster import FILE-OR-FOLDER [--source NAME] [--dry-run] [--data DIR]";

  private final SourceRegister sources;
  private final Runs runs;
  private final RunLog log;
  private final RunWorker worker;

  ImportCommand(SourceRegister sources, Runs runs, RunLog log, RunWorker worker) {
    this.sources = sources;
    this.runs = runs;
    this.log = log;
    this.worker = worker;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public int run(List<String> arguments) {
    ImportArguments wanted = ImportArguments.of(arguments);
    if (wanted == null) {
      System.err.println(USAGE);
      return 2;
    }
    if (!Files.isReadable(wanted.payload())) {
      System.err.println("There is nothing to read at " + wanted.payload() + ".");
      return 2;
    }
    Optional<FileConnector> connector = connector(wanted.payload());
    if (connector.isEmpty()) {
      System.err.println(
          "Nothing in " + wanted.payload() + " is a CORDIS project.csv or a project's XML.");
      return 2;
    }
    SourceRow source = source(wanted, connector.get());
    String location = wanted.payload().toString();
    Optional<Long> open = runs.open(source.id(), location, wanted.dry());
    open.ifPresent(id -> System.err.printf("Run %d is not done; going on with it.%n", id));
    return follow(
        open.orElseGet(() -> runs.queue(source.id(), location, wanted.dry(), null)), source);
  }

  private Optional<FileConnector> connector(Path payload) {
    try {
      List<String> names = Contents.names(payload, 500);
      return sources.connectors().stream()
          .filter(FileConnector.class::isInstance)
          .map(FileConnector.class::cast)
          .filter(c -> names.stream().anyMatch(c::recognises))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private SourceRow source(ImportArguments wanted, Connector connector) {
    String name =
        wanted.source() == null
            ? "CORDIS "
                + connector.id().substring(connector.id().indexOf('-') + 1).toUpperCase(Locale.ROOT)
            : wanted.source();
    return sources
        .findByName(name)
        .orElseGet(() -> sources.add(name, connector.id(), wanted.payload().toString(), null));
  }

  private int follow(long id, SourceRow source) {
    PrintStream out = System.err;
    out.printf("Source \"%s\", run %d.%n", source.name(), id);
    Thread work = Thread.ofPlatform().name("import").start(() -> work(id));
    try {
      while (work.isAlive()) {
        work.join(Duration.ofSeconds(1));
        out.println(line(runs.get(id)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return report(runs.get(id));
  }

  /** Works on the run, or waits for whoever does and takes over when that one is dead. */
  private void work(long id) {
    try {
      worker.work(id);
      while (runs.get(id).state().open()) {
        Thread.sleep(300);
        worker.work(id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(RunRow run) {
    Instant now = Instant.now();
    Duration left = run.remaining(now);
    return String.format(
        Locale.ROOT,
        "  %3d %%  %,d read  %,d/s  %s left",
        run.progress().percent(),
        run.progress().found(),
        run.rate(now),
        left == null ? "?" : left.toSeconds() + " s");
  }

  private int report(RunRow run) {
    System.out.printf(
        Locale.ROOT,
        "%s in %.1f s: %,d read, %,d new, %,d changed, %,d confirmed; %,d claims written, %,d ended; %,d lines in the log.%n",
        run.dry() ? "Dry run, nothing written" : run.state().word(),
        run.duration(Instant.now()).toMillis() / 1000.0,
        run.progress().found(),
        run.outcome().created(),
        run.outcome().changed(),
        run.outcome().confirmed(),
        run.outcome().claimsWritten(),
        run.outcome().claimsEnded(),
        run.problems());
    log.counts(run.id())
        .forEach((reason, count) -> System.out.printf("  %,d × %s%n", count, reason));
    return run.state() == RunState.FINISHED ? 0 : 1;
  }
}
