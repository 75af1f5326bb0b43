package eu.metacluster.screening.quality;

import java.time.LocalDate;

/**
 * A month's decisions beside what the model had proposed.
 *
 * @param month its first day
 * @param same decisions that were as proposed
 */
public record MonthAgreement(LocalDate month, long decided, long same) {

  /** The share that was as proposed, 0 to 1. */
  public double share() {
    return decided == 0 ? 0 : (double) same / decided;
  }
}
