package eu.metacluster.screening.quality;

/**
 * How much of what a source brought the committee took in.
 *
 * @param source its name
 * @param decided cases decided
 * @param authorised of these, taken in
 * @param waiting cases open
 */
public record SourcePrecision(String source, long decided, long authorised, long waiting) {

  /** The share taken in, 0 to 1; 0 before the first decision. */
  public double share() {
    return decided == 0 ? 0 : (double) authorised / decided;
  }
}
