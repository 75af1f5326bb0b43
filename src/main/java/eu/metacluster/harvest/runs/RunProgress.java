package eu.metacluster.harvest.runs;

import eu.metacluster.platform.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a run is, in the words and numbers of a page: the page shows it and the stream sends it,
 * so that both always say the same.
 *
 * @param open whether more will come
 * @param percent whole percent that never goes back
 * @param phase what it does now, a few words
 * @param pace done, rate and remaining in one line
 * @param figures state, percentage and counts by name, written as the language does
 */
public record RunProgress(
    boolean open, int percent, String phase, String pace, Map<String, String> figures) {

  private static final int MINUTE = 60;

  static RunProgress of(Page page, RunRow run, Instant now) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("state", page.t("harvest.state." + run.state().word()));
    figures.put("percent", page.percent(run.progress().percent() / 100.0));
    figures.put("found", page.number(run.progress().found()));
    figures.put("created", page.number(run.outcome().created()));
    figures.put("changed", page.number(run.outcome().changed()));
    figures.put("confirmed", page.number(run.outcome().confirmed()));
    figures.put("claims", page.number(run.outcome().claimsWritten()));
    figures.put("problems", page.number(run.problems()));
    String phase = run.state() == RunState.QUEUED ? "queued" : run.progress().phase().word();
    return new RunProgress(
        run.state().open(),
        run.progress().percent(),
        page.t("harvest.phase." + phase),
        run.state() == RunState.QUEUED ? "" : pace(page, run, now),
        figures);
  }

  private static String pace(Page page, RunRow run, Instant now) {
    String done = page.t("harvest.run.pace", run.progress().found(), run.rate(now));
    Duration left = run.remaining(now);
    return left == null ? done : done + " · " + left(page, left.toSeconds() + 1);
  }

  private static String left(Page page, long seconds) {
    return seconds < MINUTE
        ? page.t("harvest.run.left", seconds)
        : page.t("harvest.run.left.minutes", (seconds + MINUTE - 1) / MINUTE);
  }
}
