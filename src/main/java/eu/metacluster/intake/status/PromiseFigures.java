package eu.metacluster.intake.status;

import eu.metacluster.discovery.HomeFigures;
import eu.metacluster.platform.web.Page;
import eu.metacluster.screening.clock.Punctuality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts on the home page how long it takes from handing in to a decision. The figures are counted
 * anew every few seconds while somebody looks, beside the requests.
 */
@Component
class PromiseFigures implements HomeFigures {

  private static final Duration KEPT = Duration.ofSeconds(5);

  /** After so long without a visitor the next one waits for new figures. */
  private static final Duration OLDEST = Duration.ofHours(1);

  private final Punctuality punctuality;
  private final Executor beside = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean counting = new AtomicBoolean();
  private volatile @Nullable Counted counted;

  PromiseFigures(Punctuality punctuality) {
    this.punctuality = punctuality;
  }

  /** Figures that were counted a moment ago; the home page is asked for much more often. */
  private record Counted(Punctuality.Figures year, Instant at) {}

  private Punctuality.Figures year() {
    Counted known = counted;
    return known == null || older(known, OLDEST) ? count().year() : known.year();
  }

  private static boolean older(Counted known, Duration age) {
    return known.at().plus(age).isBefore(Instant.now());
  }

  private Counted count() {
    Counted fresh = new Counted(punctuality.year(), Instant.now());
    counted = fresh;
    return fresh;
  }

  @Override
  public long generation() {
    Counted known = counted;
    if (known == null) {
      return 0;
    }
    if (older(known, KEPT) && counting.compareAndSet(false, true)) {
      beside.execute(
          () -> {
            try {
              count();
            } finally {
              counting.set(false);
            }
          });
    }
    return known.year().hashCode();
  }

  @Override
  public List<Figure> of(Page page) {
    Punctuality.Figures year = year();
    Double median = year.median();
    Double worst = year.worst();
    if (median == null || worst == null) {
      return List.of();
    }
    String value = page.t("intake.home.days", page.number(median, 1), page.number(worst, 1));
    return List.of(
        new Figure(
            value,
            page.t("intake.home.label"),
            page.t("intake.home.note", year.decided()),
            "/how-fast"));
  }
}
