package eu.metacluster.intake.status;

import eu.metacluster.discovery.HomeFigures;
import eu.metacluster.platform.web.Page;
import eu.metacluster.screening.clock.Punctuality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts on the home page how long it takes from handing in to a decision. */
@Component
class PromiseFigures implements HomeFigures {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Punctuality punctuality;
  private volatile @Nullable Counted counted;

  PromiseFigures(Punctuality punctuality) {
    this.punctuality = punctuality;
  }

  /** Figures that were counted a moment ago; the home page is asked for much more often. */
  private record Counted(Punctuality.Figures year, Instant at) {}

  private Punctuality.Figures year() {
    Counted known = counted;
    if (known == null || known.at().plus(KEPT).isBefore(Instant.now())) {
      known = new Counted(punctuality.year(), Instant.now());
      counted = known;
    }
    return known.year();
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
