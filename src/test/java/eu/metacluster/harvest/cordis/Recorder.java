package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A reading that keeps findings and problems in memory and stores nothing. */
class Recorder implements Reading {

  final List<Finding> findings = new ArrayList<>();
  final ConcurrentLinkedQueue<Problem> problems = new ConcurrentLinkedQueue<>();
  long expected;
  long done;
  private long snapshots;

  @Override
  public void found(Finding finding) {
    findings.add(finding);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void expects(long bytes) {
    expected = bytes;
  }

  @Override
  public void advanced(long bytes) {
    done += bytes;
  }

  @Override
  public Path scratch() throws IOException {
    return Files.createTempDirectory("metacluster-recorder");
  }

  @Override
  public long keep(String name, String mediaType, Bytes bytes) {
    return ++snapshots;
  }

  @Override
  public List<Long> keepAll(String mediaType, List<Small> payloads) {
    return payloads.stream().map(p -> ++snapshots).toList();
  }

  List<Finding> of(RecordKind kind) {
    return findings.stream().filter(f -> f.kind() == kind).toList();
  }

  Map<String, Finding> byKey(RecordKind kind) {
    Map<String, Finding> map = new TreeMap<>();
    of(kind).forEach(f -> map.put(f.key(), f));
    return map;
  }

  Finding one(RecordKind kind, String key) {
    return Objects.requireNonNull(byKey(kind).get(key), key);
  }

  List<Problem> problems(Reason reason) {
    return problems.stream().filter(p -> p.reason() == reason).toList();
  }
}
