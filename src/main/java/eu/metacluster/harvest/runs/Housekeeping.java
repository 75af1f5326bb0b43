package eu.metacluster.harvest.runs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import eu.metacluster.harvest.fetch.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes what runs left on the disk, at the start and each night: files that were handed in and
 * read (their bytes are kept as snapshots), and what killed workers had unpacked. What a run that
 * is not done, or a source, still names stays. Forgets the turns at hosts that nobody asks anymore.
 */
@Component
class Housekeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** Long enough for a file that lies there already while its run is not yet queued. */
  private static final Duration YOUNG = Duration.ofHours(1);

  /** Longer than any host keeps anybody waiting. */
  private static final Duration LONG_AGO = Duration.ofDays(7);

  private final ImportRoots roots;
  private final Scratch scratch;
  private final Runs runs;
  private final SourceRegister sources;
  private final Web web;

  Housekeeping(ImportRoots roots, Scratch scratch, Runs runs, SourceRegister sources, Web web) {
    this.web = web;
    this.roots = roots;
    this.scratch = scratch;
    this.runs = runs;
    this.sources = sources;
  }

  @EventListener(ApplicationReadyEvent.class)
  void atTheStart() {
    clean(Instant.now());
  }

  void clean(Instant now) {
    scratch.keepOnly(runs.holders());
    web.forget(now.minus(LONG_AGO));
    Set<String> named = new HashSet<>(runs.openLocations());
    sources.list().stream().map(SourceRow::location).forEach(named::add);
    for (Path file : roots.uploads()) {
      if (!named.contains(file.toString())) {
        remove(file, now.minus(YOUNG));
      }
    }
  }

  private static void remove(Path file, Instant before) {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be removed; the next cleaning tries again.", file, e);
    }
  }

  /** The nightly round. */
  @Configuration(proxyBeanMethods = false)
  static class Nightly {

    private static final LocalTime AT = LocalTime.of(3, 10);

    @Bean
    RecurringTask<Void> harvestCleaning(ObjectProvider<Housekeeping> housekeeping) {
      return Tasks.recurring("harvest-cleaning", new Daily(AT))
          .execute((instance, context) -> housekeeping.getObject().clean(Instant.now()));
    }
  }
}
