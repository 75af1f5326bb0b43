package eu.metacluster.discovery.index;

import java.math.BigDecimal;

/** How many projects a place or an organisation has, and what they bring it. */
class Takings {

  long projects;
  private long cents;
  private long last = -1;

  /** Counts a project once, whatever the number of its partners here. */
  final void project(long number, long share) {
    cents += share;
    if (last != number) {
      last = number;
      projects++;
    }
  }

  final BigDecimal contribution() {
    return BigDecimal.valueOf(cents, 2);
  }
}
