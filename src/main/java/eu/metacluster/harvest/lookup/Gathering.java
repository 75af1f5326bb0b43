package eu.metacluster.harvest.lookup;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes what one answer states, and keeps nothing of it. */
final class Gathering implements Reading {

  /** More than a project with all its partners states. */
  private static final int MOST = 5_000;

  private final Path folder;
  private final List<Finding> findings = new ArrayList<>();

  Gathering(Path folder) {
    this.folder = folder;
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

  @Override
  public void gone(RecordKind kind, String key) {}

  @Override
  public void checkpoint(String place) {}

  @Override
  public void whole() {}

  @Override
  public void problem(Problem problem) {}

  @Override
  public void expects(long steps) {}

  @Override
  public void advanced(long steps) {}

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
    return payloads.stream().map(payload -> 0L).toList();
  }
}
