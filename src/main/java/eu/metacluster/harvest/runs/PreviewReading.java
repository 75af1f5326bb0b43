package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.harvest.FleetingReading;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.fetch.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes the first few things and then says that it is enough; keeps nothing. */
final class PreviewReading extends FleetingReading {

  private static final int FINDINGS = 20;
  private static final int PROBLEMS = 50;
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Pace pace;
  private final Instant end;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  PreviewReading(Path folder, Pace pace) {
    super(folder);
    this.pace = pace;
    this.end = pace.now().plus(LONGEST);
  }

  /** Ends the reading; no fault. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  synchronized List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void check() {
    if (findings.size() >= FINDINGS || (!findings.isEmpty() && pace.now().isAfter(end))) {
      throw new Enough();
    }
  }

  @Override
  public void found(Finding finding) {
    check();
    findings.add(finding);
  }

  @Override
  public synchronized void problem(Problem problem) {
    if (problems.size() < PROBLEMS) {
      problems.add(problem);
    }
  }

  @Override
  public void checkpoint(String place) {
    check();
  }

  @Override
  public void advanced(long steps) {
    check();
  }
}
