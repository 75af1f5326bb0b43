package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import java.nio.file.Path;
import java.util.List;

/** A reading that takes everything and keeps nothing. */
record Nowhere(Path folder) implements Reading {

  @Override
  public void found(Finding finding) {}

  @Override
  public void gone(RecordKind kind, String key) {}

  @Override
  public void checkpoint(String place) {}

  @Override
  public void whole() {}

  @Override
  public void problem(Problem problem) {
    throw new IllegalStateException(problem.toString());
  }

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
    return payloads.stream().map(p -> 0L).toList();
  }
}
