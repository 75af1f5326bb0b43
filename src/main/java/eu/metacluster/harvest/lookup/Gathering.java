package eu.metacluster.harvest.lookup;

import eu.metacluster.grid.Finding;
import eu.metacluster.harvest.FleetingReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes what one answer states, and keeps nothing of it. */
final class Gathering extends FleetingReading {

  /** More than a project with all its partners states. */
  private static final int MOST = 5_000;

  private final List<Finding> findings = new ArrayList<>();

  Gathering(Path folder) {
    super(folder);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  @Override
  public void found(Finding finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    }
  }
}
