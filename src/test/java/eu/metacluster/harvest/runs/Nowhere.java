package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.FleetingReading;
import eu.metacluster.harvest.Problem;
import java.nio.file.Path;

/** A reading that takes everything and keeps nothing. */
final class Nowhere extends FleetingReading {

  Nowhere(Path folder) {
    super(folder);
  }

  @Override
  public void problem(Problem problem) {
    throw new IllegalStateException(problem.toString());
  }
}
