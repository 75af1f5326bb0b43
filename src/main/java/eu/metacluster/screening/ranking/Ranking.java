package eu.metacluster.screening.ranking;

import eu.metacluster.grid.RecordText;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.screening.learning.Decisions;
import eu.metacluster.screening.learning.Learner;
import eu.metacluster.screening.learning.ScreeningText;
import eu.metacluster.screening.learning.TextPool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Orders the queue anew by what is decided. The texts are kept ready while decisions come in, and
 * given back when none has come for a while: the first decision after a pause takes seconds with
 * many thousand cases, each further one a fraction of a second.
 */
@Component
public class Ranking {

  private static final Logger LOG = LoggerFactory.getLogger(Ranking.class);
  private static final int CHUNK = 2_000;
  private static final int SEEN = 400;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final RankedCases cases;
  private final RecordTexts texts;
  private final Clock clock = Clock.systemUTC();
  private @Nullable Ready ready;

  Ranking(RankedCases cases, RecordTexts texts) {
    this.cases = cases;
    this.texts = texts;
  }

  /** Texts made ready, and the learner that has read them. */
  private record Ready(UUID[] ids, Learner learner, Instant until) {}

  /**
   * Learns from what is decided now and writes the new order.
   *
   * @return how many cases changed their place
   */
  public synchronized int refit() {
    List<Ranked> all = cases.all();
    double say = Say.of(cases.seen(SEEN));
    double[] scores = say > 0 ? learned(all) : new double[all.size()];
    List<Ranked> open = new ArrayList<>();
    double[] ofOpen = new double[all.size()];
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).open()) {
        ofOpen[open.size()] = scores[i];
        open.add(all.get(i));
      }
    }
    return cases.write(
        new Places(open, Arrays.copyOf(ofOpen, open.size()), say, LocalDate.now()).all());
  }

  /** Gives the texts back when nobody has decided for a while. */
  synchronized void rest() {
    if (ready != null && clock.instant().isAfter(ready.until())) {
      ready = null;
    }
  }

  private double[] learned(List<Ranked> all) {
    UUID[] ids = all.stream().map(Ranked::lead).toArray(UUID[]::new);
    Instant until = clock.instant().plus(KEPT);
    Ready now =
        ready != null && Arrays.equals(ready.ids(), ids)
            ? new Ready(ids, ready.learner(), until)
            : new Ready(ids, new Learner(pool(ids)), until);
    ready = now;
    Decisions decisions = new Decisions(ids.length);
    IntStream.range(0, ids.length)
        .filter(i -> !all.get(i).open())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> decided(all.get(i))))
        .forEach(i -> decisions.add(i, all.get(i).relevant()));
    return now.learner().scores(decisions);
  }

  private static Instant decided(Ranked one) {
    return Objects.requireNonNullElse(one.decided(), Instant.EPOCH);
  }

  private TextPool pool(UUID[] ids) {
    long begin = System.nanoTime();
    Map<UUID, ScreeningText> found = new HashMap<>();
    for (int at = 0; at < ids.length; at += CHUNK) {
      List<UUID> chunk = Arrays.asList(ids).subList(at, Math.min(ids.length, at + CHUNK));
      texts.texts(chunk).forEach(text -> found.put(text.id(), screening(text)));
    }
    ScreeningText none = new ScreeningText("", "");
    TextPool pool =
        TextPool.of(Arrays.stream(ids).map(id -> found.getOrDefault(id, none)).toList());
    LOG.info(
        "Made {} texts ready for learning in {} ms.",
        ids.length,
        (System.nanoTime() - begin) / 1_000_000);
    return pool;
  }

  /** What the learner reads of a record. */
  public static ScreeningText screening(RecordText text) {
    StringBuilder body = new StringBuilder();
    if (text.summary() != null) {
      body.append(text.summary());
    }
    if (text.keywords() != null) {
      body.append(' ').append(text.keywords());
    }
    return new ScreeningText(text.title(), body.toString());
  }
}
