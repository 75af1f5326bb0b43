package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.fetch.Visit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written at once: findings, and what else was learnt on the way to them. */
final class Load {

  private static final int FINDINGS = 1_000;
  private static final int PARTNERS = 12_000;
  private static final int NOTES = 5_000;

  final List<Finding> findings = new ArrayList<>();
  final Map<RecordKind, List<String>> same = new EnumMap<>(RecordKind.class);
  final Map<RecordKind, List<String>> gone = new EnumMap<>(RecordKind.class);
  final List<Visit> visits = new ArrayList<>();
  Runs.@Nullable Checkpoint checkpoint;
  private int partners;
  private int notes;

  void add(Finding finding) {
    findings.add(finding);
    partners += finding.partners().size();
  }

  void same(RecordKind kind, String key) {
    same.computeIfAbsent(kind, k -> new ArrayList<>()).add(key);
    notes++;
  }

  void gone(RecordKind kind, String key) {
    gone.computeIfAbsent(kind, k -> new ArrayList<>()).add(key);
    notes++;
  }

  void visited(Visit visit) {
    visits.add(visit);
    notes++;
  }

  boolean full() {
    return findings.size() >= FINDINGS || partners >= PARTNERS || notes >= NOTES;
  }

  boolean isEmpty() {
    return findings.isEmpty() && notes == 0 && checkpoint == null;
  }
}
