package eu.metacluster.harvest;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.fetch.LastAnswer;
import eu.metacluster.harvest.fetch.Ledger;
import eu.metacluster.harvest.fetch.Visit;
import eu.metacluster.support.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A reading and a ledger that keep everything in memory; a second run may go on from a first. */
public class Recorder implements Reading, Ledger {

  public final List<Finding> findings = new ArrayList<>();
  public final ConcurrentLinkedQueue<Problem> problems = new ConcurrentLinkedQueue<>();
  public final List<Visit.Stated> gone = new ArrayList<>();
  public final List<Visit.Stated> same = new ArrayList<>();
  public final List<String> checkpoints = new ArrayList<>();
  public final Map<String, String> memory = new TreeMap<>();
  public final Map<String, Visit> visits = new TreeMap<>();
  public boolean whole;
  public @Nullable String resumesAt;
  public long expected;
  public long done;
  private @Nullable LastAnswer lastAnswer;
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
  public void gone(RecordKind kind, String key) {
    gone.add(new Visit.Stated(kind, key));
  }

  @Override
  public void same(RecordKind kind, String key) {
    same.add(new Visit.Stated(kind, key));
  }

  @Override
  public void checkpoint(String place) {
    checkpoints.add(place);
  }

  @Override
  public void whole() {
    whole = true;
  }

  @Override
  public Map<String, Visit> visits(Collection<String> addresses) {
    return visits;
  }

  @Override
  public Optional<String> remembered(String name) {
    return Optional.ofNullable(memory.get(name));
  }

  @Override
  public Optional<String> resumesAt() {
    return Optional.ofNullable(resumesAt);
  }

  @Override
  public void visited(Visit visit) {
    visits.put(visit.address(), visit);
  }

  @Override
  public void remember(String name, String value) {
    memory.put(name, value);
  }

  @Override
  public Optional<LastAnswer> lastAnswer() {
    return Optional.ofNullable(lastAnswer);
  }

  @Override
  public void reads(LastAnswer answer) {
    lastAnswer = answer;
  }

  /** A new recorder that knows what this one wrote down. */
  public Recorder next() {
    Recorder next = new Recorder();
    next.memory.putAll(memory);
    next.visits.putAll(visits);
    next.lastAnswer = lastAnswer;
    return next;
  }

  /** The values that a finding states for a field. */
  public static List<String> values(Finding finding, Field field) {
    return finding.facts().stream()
        .filter(fact -> fact.field() == field)
        .map(Finding.Fact::value)
        .toList();
  }

  @Override
  public Path scratch() throws IOException {
    return Scratch.folder("recorder");
  }

  @Override
  public long keep(String name, String mediaType, Bytes bytes) {
    return ++snapshots;
  }

  @Override
  public List<Long> keepAll(String mediaType, List<Small> payloads) {
    return payloads.stream().map(p -> ++snapshots).toList();
  }

  public List<Finding> of(RecordKind kind) {
    return findings.stream().filter(f -> f.kind() == kind).toList();
  }

  public Map<String, Finding> byKey(RecordKind kind) {
    Map<String, Finding> map = new TreeMap<>();
    of(kind).forEach(f -> map.put(f.key(), f));
    return map;
  }

  public Finding one(RecordKind kind, String key) {
    return Objects.requireNonNull(byKey(kind).get(key), key);
  }

  public List<Problem> problems(Reason reason) {
    return problems.stream().filter(p -> p.reason() == reason).toList();
  }
}
