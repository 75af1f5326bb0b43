package eu.metacluster.screening.cases;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordText;
import eu.metacluster.grid.RecordTexts;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads from the grid what opening cases needs, for many records at once. */
@Component
public class Candidates {

  private static final Set<RecordKind> HELD = EnumSet.of(RecordKind.EVENT, RecordKind.TRAINING);
  private static final List<Field> STARTS = List.of(Field.START_DATE, Field.STARTS_AT);

  private final RecordTexts texts;

  Candidates(RecordTexts texts) {
    this.texts = texts;
  }

  /** Those of these records whose texts are there, in their order. */
  public List<Candidate> of(Collection<GridRecord> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = records.stream().map(GridRecord::id).toList();
    Map<UUID, RecordText> words =
        texts.texts(ids).stream().collect(Collectors.toMap(RecordText::id, text -> text));
    Map<UUID, List<Identifier>> identifiers = texts.identifiers(ids);
    Map<UUID, List<String>> sources = texts.sources(ids);
    Map<UUID, String> days = days(records);
    return records.stream()
        .filter(record -> words.containsKey(record.id()))
        .map(
            record -> {
              List<Identifier> own = identifiers.getOrDefault(record.id(), List.of());
              return new Candidate(
                  record,
                  Objects.requireNonNull(words.get(record.id())),
                  own,
                  sources.getOrDefault(record.id(), List.of()).stream().sorted().toList(),
                  Likeness.keys(record, own, days.getOrDefault(record.id(), "")));
            })
        .toList();
  }

  /** When meetings begin, as far as it is stated. */
  private Map<UUID, String> days(Collection<GridRecord> records) {
    List<UUID> meetings =
        records.stream().filter(one -> HELD.contains(one.kind())).map(GridRecord::id).toList();
    if (meetings.isEmpty()) {
      return Map.of();
    }
    Map<UUID, String> days = new HashMap<>();
    texts
        .stated(meetings, STARTS)
        .forEach(
            (id, stated) ->
                STARTS.stream()
                    .flatMap(field -> stated.getOrDefault(field, List.of()).stream())
                    .findFirst()
                    .ifPresent(moment -> days.put(id, moment.split("T", 2)[0])));
    return days;
  }
}
