package eu.metacluster.discovery.meaning;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordText;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.model.EmbeddingModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Makes the vectors of public records that have changed, a few at a time in one thread, while
 * nothing is imported; while people ask for pages it makes few. Records that are no longer public
 * lose theirs.
 */
@Component
class MeaningMaker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MeaningMaker.class);
  private static final int LOOKED_AT = 64;
  private static final int AT_ONCE = 4;
  private static final int LONGEST = 700;
  private static final long LOOK_EVERY = 5_000;
  private static final long VISITORS_FIRST = 2_000;
  private static final long PATIENCE = 60_000;
  private static final long SHORT = 200;
  private static final int SHOWN_EVERY = 512;

  private final MeaningIndex index;
  private final MeaningFollower follower;
  private final NearestMeanings meanings;
  private final Records records;
  private final RecordTexts texts;
  private final Visits visits;
  private final int quiet;
  private final boolean autoStart;
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;

  MeaningMaker(
      MeaningIndex index,
      MeaningFollower follower,
      NearestMeanings meanings,
      Records records,
      RecordTexts texts,
      Visits visits,
      @Value("${metacluster.model.quiet-seconds:120}") int quiet,
      Environment environment) {
    this.index = index;
    this.follower = follower;
    this.meanings = meanings;
    this.records = records;
    this.texts = texts;
    this.visits = visits;
    this.quiet = quiet;
    this.autoStart = environment.acceptsProfiles(Profiles.of("!command"));
  }

  private void run() {
    try {
      while (!stopping) {
        pause(LOOK_EVERY);
        if (meanings.usable() && follower.quiet() >= quiet) {
          make();
        }
        meanings.rest();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.error("No more vectors are made until the next start", e);
    }
  }

  /** Makes all that are missing, or as many as there is time for; says how many. */
  int make() throws IOException, InterruptedException {
    int made = 0;
    try {
      for (List<UUID> some = index.waiting(LOOKED_AT);
          !some.isEmpty() && !stopping;
          some = index.waiting(LOOKED_AT)) {
        int before = made;
        made += make(some);
        if (before / SHOWN_EVERY != made / SHOWN_EVERY) {
          meanings.changed();
        }
      }
    } catch (EmbeddingModelException e) {
      LOG.warn("No vectors are made now: {}", e.getMessage());
    }
    if (made > 0) {
      meanings.changed();
    }
    return made;
  }

  private int make(List<UUID> some) throws IOException, InterruptedException {
    Map<UUID, String> wanted = wanted(some);
    Map<UUID, String> sources = new HashMap<>();
    wanted.forEach((id, text) -> sources.put(id, source(text)));
    Set<UUID> gone = new HashSet<>(some);
    gone.removeAll(wanted.keySet());
    Map<UUID, String> known = index.sources(some);
    List<UUID> missing =
        wanted.keySet().stream()
            .filter(id -> !sources.getOrDefault(id, "").equals(known.get(id)))
            .toList();
    Map<UUID, float[]> made = new HashMap<>();
    for (int from = 0; from < missing.size() && !stopping; from += AT_ONCE) {
      List<UUID> few = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
      giveWay();
      List<float[]> vectors =
          meanings.texts(few.stream().map(id -> wanted.getOrDefault(id, "")).toList());
      for (int i = 0; i < few.size(); i++) {
        made.put(few.get(i), vectors.get(i));
      }
    }
    if (!stopping) {
      index.done(made, sources, gone, some);
    }
    return made.size();
  }

  /** Waits while visitors ask, but not for ever. */
  private void giveWay() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE * 1_000_000L;
    while (visits.within(VISITORS_FIRST) && System.nanoTime() < end && !stopping) {
      pause(SHORT);
    }
  }

  /** Waits, unless the product stops. The thread is never interrupted: that would close files. */
  private void pause(long millis) throws InterruptedException {
    for (long left = millis; left > 0 && !stopping; left -= SHORT) {
      Thread.sleep(Math.min(SHORT, left));
    }
  }

  /** The texts of those that are public and say something. */
  private Map<UUID, String> wanted(List<UUID> some) {
    List<UUID> ids = new ArrayList<>();
    for (GridRecord record : records.all(some).values()) {
      boolean text = record.kind() != RecordKind.ORGANISATION && record.mergedInto() == null;
      if (text && record.state().isPublic()) {
        ids.add(record.id());
      }
    }
    Map<UUID, String> wanted = new HashMap<>();
    for (RecordText text : ids.isEmpty() ? List.<RecordText>of() : texts.texts(ids)) {
      wanted.put(text.id(), words(text));
    }
    return wanted;
  }

  private static String words(RecordText text) {
    String about = text.summary() == null ? text.keywords() : text.summary();
    String whole = text.title() + (about == null ? "" : ". " + about);
    return whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
  }

  private String source(String text) {
    return meanings.model() + ' ' + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void start() {
    stopping = false;
    thread = Thread.ofPlatform().daemon().name("meaning-maker").start(this::run);
  }

  @Override
  public void stop() {
    stopping = true;
    Thread running = thread;
    thread = null;
    try {
      if (running != null) {
        running.join(10_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public boolean isAutoStartup() {
    return autoStart;
  }
}
