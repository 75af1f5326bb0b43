package eu.metacluster.screening.alike;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what pages show of suggestions: a fixed number of queries for any number. */
@Component
public class SuggestionViews {

  private static final int BESIDE_A_CASE = 5;

  private final Suggestions suggestions;
  private final Records records;
  private final RecordTexts texts;
  private final ComparedRows rows;
  private final Cases cases;

  SuggestionViews(
      Suggestions suggestions, Records records, RecordTexts texts, ComparedRows rows, Cases cases) {
    this.suggestions = suggestions;
    this.records = records;
    this.texts = texts;
    this.rows = rows;
    this.cases = cases;
  }

  /** What may be the same as one of these records, which stand first in each. */
  public List<SuggestionView> about(Collection<UUID> ids) {
    return of(suggestions.about(ids, BESIDE_A_CASE), Set.copyOf(ids));
  }

  /** Those whose records are still there. */
  List<SuggestionView> of(List<Suggestion> found, Set<UUID> first) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = found.stream().flatMap(s -> Stream.of(s.one(), s.other())).toList();
    Map<UUID, Side> sides = sides(ids);
    Map<UUID, List<String>> values = values(sides.values());
    return found.stream()
        .filter(s -> sides.containsKey(s.one()) && sides.containsKey(s.other()))
        .map(s -> view(s, first.contains(s.other()) && !first.contains(s.one()), sides, values))
        .toList();
  }

  private Map<UUID, Side> sides(List<UUID> ids) {
    Map<UUID, CaseFile> files = cases.ofRecords(ids);
    Map<UUID, List<Identifier>> identifiers = texts.identifiers(ids);
    Map<UUID, List<String>> sources = texts.sources(ids);
    return records.all(ids).values().stream()
        .filter(record -> record.mergedInto() == null)
        .map(
            record ->
                new Side(
                    record,
                    files.get(record.id()),
                    identifiers.getOrDefault(record.id(), List.of()).stream()
                        .filter(one -> one.scheme().identifying())
                        .sorted((a, b) -> a.scheme().compareTo(b.scheme()))
                        .toList(),
                    sources.getOrDefault(record.id(), List.of()).stream().sorted().toList()))
        .collect(Collectors.toMap(side -> side.record().id(), Function.identity()));
  }

  private Map<UUID, List<String>> values(Collection<Side> sides) {
    Map<UUID, List<String>> values = new HashMap<>();
    sides.stream()
        .map(Side::record)
        .collect(Collectors.groupingBy(GridRecord::kind))
        .forEach(
            (kind, own) -> {
              Compared compared = Compared.of(kind);
              if (compared != null) {
                values.putAll(rows.values(compared, own.stream().map(GridRecord::id).toList()));
              }
            });
    return values;
  }

  private static SuggestionView view(
      Suggestion suggestion,
      boolean turned,
      Map<UUID, Side> sides,
      Map<UUID, List<String>> values) {
    Side one = Objects.requireNonNull(sides.get(turned ? suggestion.other() : suggestion.one()));
    Side other = Objects.requireNonNull(sides.get(turned ? suggestion.one() : suggestion.other()));
    return new SuggestionView(
        suggestion,
        one,
        other,
        evidence(suggestion, values.get(one.record().id()), values.get(other.record().id())));
  }

  private static List<Evidence> evidence(
      Suggestion suggestion, @Nullable List<String> one, @Nullable List<String> other) {
    Map<String, Reason> said =
        suggestion.reasons().stream()
            .collect(Collectors.toMap(Reason::column, Function.identity(), (a, b) -> a));
    List<Evidence> lines = new ArrayList<>();
    Compared compared = Objects.requireNonNull(Compared.of(suggestion.kind()));
    for (int i = 0; i < compared.columns().size(); i++) {
      Column column = compared.columns().get(i);
      Reason reason = said.get(column.key());
      String mine = one == null ? "" : one.get(i);
      String theirs = other == null ? "" : other.get(i);
      if (reason != null || mine.isEmpty() != theirs.isEmpty()) {
        Field field = column.fields().getFirst();
        lines.add(
            new Evidence(
                column.key(),
                field,
                mine,
                theirs,
                reason == null ? "silent" : Evidence.word(field, reason.likeness(), mine, theirs),
                reason == null ? 0 : reason.weight()));
      }
    }
    suggestion.reasons().stream()
        .filter(reason -> reason.column().startsWith("*"))
        .map(
            reason ->
                new Evidence(
                    reason.column().substring(1),
                    null,
                    "",
                    "",
                    Evidence.word(null, reason.likeness(), "", ""),
                    reason.weight()))
        .forEach(lines::add);
    return lines;
  }
}
