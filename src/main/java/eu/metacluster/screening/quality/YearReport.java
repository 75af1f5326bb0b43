package eu.metacluster.screening.quality;

import eu.metacluster.screening.clock.Punctuality;
import eu.metacluster.screening.deciding.Criterion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the committee did in a year. Decisions that were undone do not count.
 *
 * @param received cases opened because something waits to become public
 * @param handedIn of these, handed in by people
 * @param due cases opened because a public record was due
 * @param verdicts decisions by verdict: authorise, decline, return
 * @param confirmed decisions on public records that were due
 * @param undone decisions of the year that were taken back
 * @param persons how many different people voted
 * @param together decisions that two or more agreed on
 * @param times how fast what people handed in was decided; null when nothing was
 * @param agreement of the first two votes where two voted
 * @param asProposed share of decisions that were as the model proposed; null without any
 * @param criteria how often each was cited, most first
 * @param sources what each source's proposals came to, most decided first
 */
public record YearReport(
    int year,
    long received,
    long handedIn,
    long due,
    Map<String, Long> verdicts,
    long confirmed,
    long undone,
    long persons,
    long together,
    Punctuality.@Nullable Figures times,
    Agreement agreement,
    @Nullable Double asProposed,
    List<Cited> criteria,
    List<SourcePrecision> sources) {

  /** A criterion as it was worded when it was cited. */
  public record Cited(Criterion criterion, long times) {}

  /** Decisions with this verdict. */
  public long of(String verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }

  /** All decisions on what waited to become public. */
  public long decided() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
