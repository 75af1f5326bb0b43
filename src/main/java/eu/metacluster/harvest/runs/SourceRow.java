package eu.metacluster.harvest.runs;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is set up.
 *
 * @param connector id of the connector that reads it
 * @param location web address or path on the server, null when files are handed in
 * @param settings what is set for its connector, by name
 * @param rhythm when it is read by itself
 * @param robotsWaived why its host's robots.txt need not be obeyed, null when it is
 * @param gap least time between two requests to its host
 * @param yearlyCost euro a year, null when it costs nothing
 */
public record SourceRow(
    long id,
    String name,
    String connector,
    @Nullable String location,
    Map<String, String> settings,
    SourceTerms terms,
    Rhythm rhythm,
    @Nullable String robotsWaived,
    Duration gap,
    @Nullable BigDecimal yearlyCost,
    Condition condition,
    Instant createdAt) {

  /**
   * Under which terms its facts are used.
   *
   * @param licence SPDX identifier, empty when unknown
   */
  public record SourceTerms(String licence, String attribution, String page) {}

  /**
   * How the source fares.
   *
   * @param errors runs that failed since the last good one
   */
  public record Condition(
      @Nullable Instant lastAnswer,
      @Nullable Instant lastSuccess,
      int errors,
      @Nullable Instant paused,
      @Nullable Instant retired) {

    /** Whether it is read by itself. */
    public boolean active() {
      return paused == null && retired == null;
    }
  }

  /** Whether it answers over the network. */
  public boolean remote() {
    return location != null && location.matches("(?i)https?://.*");
  }
}
