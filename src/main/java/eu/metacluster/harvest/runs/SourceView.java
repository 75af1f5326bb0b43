package eu.metacluster.harvest.runs;

import eu.metacluster.grid.SourceVerdicts.Verdicts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source with what its page and the list say about it.
 *
 * @param latest its last run that was not dry; null before the first
 * @param alarms what lasts now
 * @param verdicts what the committee thought of what it brought
 */
public record SourceView(
    SourceRow source, @Nullable RunRow latest, List<Alarm> alarms, Verdicts verdicts) {

  private static final Map<Long, String> UNITS =
      Map.of(3600L, "hours", 86_400L, "days", 604_800L, "weeks");

  /** How it fares, in one word of the bundles. */
  public String state() {
    SourceRow.Condition condition = source.condition();
    if (condition.retired() != null) {
      return "retired";
    }
    if (condition.paused() != null) {
      return "paused";
    }
    if (!alarms.isEmpty()) {
      return "alarm";
    }
    if (condition.errors() > 0) {
      return "failing";
    }
    return condition.lastSuccess() == null ? "new" : "well";
  }

  /** How the chip with that word is coloured. */
  public String tone() {
    return switch (state()) {
      case "alarm" -> "bad";
      case "failing" -> "warn";
      case "well" -> "good";
      default -> "plain";
    };
  }

  /** The key of the sentence that says how often it is read. */
  public String rhythmKey() {
    String schedule = source.rhythm().schedule();
    if (schedule == null) {
      return "harvest.rhythm.hand";
    }
    long unit = unit();
    return "harvest.rhythm." + (unit == 0 ? "other" : UNITS.get(unit));
  }

  /** What stands in that sentence: a number, or the schedule as it was written. */
  public Object rhythmCount() {
    long unit = unit();
    return unit == 0 ? String.valueOf(source.rhythm().schedule()) : Long.valueOf(seconds() / unit);
  }

  private long unit() {
    long seconds = seconds();
    return UNITS.keySet().stream()
        .filter(unit -> seconds > 0 && seconds % unit == 0)
        .max(Long::compare)
        .orElse(0L);
  }

  private long seconds() {
    String schedule = source.rhythm().schedule();
    return schedule == null || !schedule.startsWith("every ")
        ? 0
        : Duration.parse(schedule.substring("every ".length())).toSeconds();
  }
}
