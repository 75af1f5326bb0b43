package eu.metacluster.grid;

/**
 * What one batch (or several, added up) did to the grid.
 *
 * @param created records opened as candidates
 * @param changed records that gained or lost a claim
 * @param confirmed things stated exactly as before
 * @param claimsWritten new claims, participations included
 * @param claimsEnded claims that the source no longer states
 */
public record IntakeOutcome(
    int created, int changed, int confirmed, int claimsWritten, int claimsEnded) {

  public static final IntakeOutcome NOTHING = new IntakeOutcome(0, 0, 0, 0, 0);

  /** The sum of both. */
  public IntakeOutcome plus(IntakeOutcome other) {
    return new IntakeOutcome(
        created + other.created,
        changed + other.changed,
        confirmed + other.confirmed,
        claimsWritten + other.claimsWritten,
        claimsEnded + other.claimsEnded);
  }
}
