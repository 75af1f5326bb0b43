package eu.metacluster.grid;

import java.util.Map;

/**
 * What the committee thought of what each source brought; contributed by whoever keeps decisions.
 */
public interface SourceVerdicts {

  /** The verdicts by the source's name. */
  Map<String, Verdicts> bySource();

  /**
   * How much of what a source brought was taken in.
   *
   * @param decided cases decided that the source has a part in
   * @param authorised those of them that were authorised
   */
  record Verdicts(long decided, long authorised) {

    /** The share of what was taken in, between 0 and 1; 0 while nothing is decided. */
    public double precision() {
      return decided == 0 ? 0 : (double) authorised / decided;
    }
  }
}
