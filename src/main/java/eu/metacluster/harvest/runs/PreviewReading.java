package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.fetch.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes the first few things and then says that it is enough; keeps nothing. */
final class PreviewReading implements Reading {

  private static final int FINDINGS = 20;
  private static final int PROBLEMS = 50;
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Path folder;
  private final Pace pace;
  private final Instant end;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  PreviewReading(Path folder, Pace pace) {
    this.folder = folder;
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
  public void gone(RecordKind kind, String key) {}

  @Override
  public void checkpoint(String place) {
    check();
  }

  @Override
  public void whole() {}

  @Override
  public void expects(long steps) {}

  @Override
  public void advanced(long steps) {
    check();
  }

  @Override
  public Path scratch() {
    return folder;
  }

  @Override
  public long keep(String name, String mediaType, Bytes bytes) {
    return 0;
  }

  @Override
  public List<Long> keepAll(String mediaType, List<Small> payloads) {
    return payloads.stream().map(p -> 0L).toList();
  }
}
