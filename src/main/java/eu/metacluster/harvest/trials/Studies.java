package eu.metacluster.harvest.trials;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.util.HashSet;
import java.util.Set;

/** Hands out trials that have a number and a title, each once. */
final class Studies {

  private final Reading reading;
  private final Set<String> seen = new HashSet<>();

  Studies(Reading reading) {
    this.reading = reading;
  }

  /**
   * Hands out a trial.
   *
   * @param file where it was read, for the log
   */
  void found(Trial trial, String file, Locator at) {
    String key = trial.key();
    Reason reason =
        key.isEmpty()
            ? Reason.NO_ID
            : !trial.titled() ? Reason.NO_TITLE : seen.add(key) ? null : Reason.DUPLICATE;
    if (reason != null) {
      reading.problem(new Problem(file, 0, "nctId", key, reason));
      return;
    }
    for (String name : trial.unknownCountries()) {
      reading.problem(new Problem(file, 0, "country", name, Reason.UNKNOWN_COUNTRY));
    }
    reading.found(trial.sealed(at));
  }

  /** How many there were. */
  int count() {
    return seen.size();
  }
}
