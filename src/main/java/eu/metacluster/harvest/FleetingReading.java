package eu.metacluster.harvest;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import java.nio.file.Path;
import java.util.List;

/**
 * A reading that keeps nothing: what looks at a source without running it overrides what it wants
 * to hear of.
 */
public abstract class FleetingReading implements Reading {

  private final Path folder;

  /** Unpacks in the given folder, where a payload needs unpacking. */
  protected FleetingReading(Path folder) {
    this.folder = folder;
  }

  @Override
  public void found(Finding finding) {}

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
  public final Path scratch() {
    return folder;
  }

  @Override
  public final long keep(String name, String mediaType, Bytes bytes) {
    return 0;
  }

  @Override
  public final List<Long> keepAll(String mediaType, List<Small> payloads) {
    return payloads.stream().map(payload -> 0L).toList();
  }
}
