package eu.metacluster.harvest.archive;

/**
 * How far an archive is followed.
 *
 * @param ratio unpacked bytes per packed byte
 * @param ratioFrom the ratio counts from so many unpacked bytes on
 * @param total unpacked bytes of all members together
 * @param members number of members
 * @param member unpacked bytes of one member
 */
public record Limits(int ratio, long ratioFrom, long total, int members, long member) {

  /** What every reading uses unless a test says otherwise. */
  public static final Limits USUAL = new Limits(200, 10L << 20, 8L << 30, 200_000, 2L << 30);
}
