package eu.metacluster.intake.form;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Records;
import eu.metacluster.shared.Refusal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Public records that may be what somebody is about to add. */
@Component
class Resemblances {

  private static final int SHOWN = 4;
  private static final int SHORTEST = 4;
  private static final int READ = 300;
  private static final double SHARE = 0.5;

  private final GridSearch search;
  private final Records records;

  Resemblances(GridSearch search, Records records) {
    this.search = search;
    this.records = records;
  }

  /** The likeliest first; none while there is too little to go by. */
  List<Alike> of(Sheet sheet) {
    if (sheet.corrects()) {
      return List.of();
    }
    Map<String, Alike> found = new LinkedHashMap<>();
    byIdentifier(sheet).forEach(one -> found.putIfAbsent(one.path(), one));
    byWords(sheet).forEach(one -> found.putIfAbsent(one.path(), one));
    return found.values().stream().limit(SHOWN).toList();
  }

  private Stream<Alike> byIdentifier(Sheet sheet) {
    return Stream.of(
            Map.entry(Field.GRANT, Identifier.Scheme.GRANT),
            Map.entry(Field.DOI, Identifier.Scheme.DOI),
            Map.entry(Field.ROR, Identifier.Scheme.ROR))
        .filter(one -> !sheet.facts().getOrDefault(one.getKey(), "").isBlank())
        .map(one -> Identifier.of(one.getValue(), sheet.facts().getOrDefault(one.getKey(), "")))
        .flatMap(identifier -> records.find(identifier).stream())
        .filter(record -> record.state().isPublic())
        .map(Resemblances::alike);
  }

  private static Alike alike(GridRecord record) {
    return new Alike(record.path(), record.label(), record.title());
  }

  private Stream<Alike> byWords(Sheet sheet) {
    String title = sheet.facts().getOrDefault(Field.TITLE, "");
    String acronym = sheet.facts().getOrDefault(Field.ACRONYM, "");
    String asked = title.length() < SHORTEST ? acronym : title;
    if (asked.length() < SHORTEST) {
      return Stream.of();
    }
    String words =
        asked.substring(0, Math.min(asked.length(), READ)).replaceAll("[^\\p{L}\\p{N} ]", " ");
    return found(sheet, words).filter(row -> close(row, title, acronym)).map(Resemblances::alike);
  }

  /** Nobody's form waits for a search that does not answer. */
  private Stream<Row> found(Sheet sheet, String words) {
    GridQuery query = GridQuery.EVERYTHING.only(Facet.KIND, sheet.kind().word()).saying(words);
    try {
      return Stream.concat(
          search.suggest(words, SHOWN).stream().filter(row -> row.kind() == sheet.kind()),
          search.find(query, SHOWN * 2).rows().stream());
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.AWAY) {
        return Stream.of();
      }
      throw refusal;
    }
  }

  private static Alike alike(Row row) {
    String acronym = row.acronym();
    return new Alike(
        row.path(), acronym == null || acronym.isBlank() ? row.title() : acronym, row.title());
  }

  private static boolean close(Row row, String title, String acronym) {
    if (row.acronym() != null && row.acronym().equalsIgnoreCase(acronym)) {
      return true;
    }
    Set<String> typed = words(title);
    Set<String> other = words(row.title());
    Set<String> both = new HashSet<>(typed);
    both.retainAll(other);
    return !typed.isEmpty() && both.size() >= SHARE * Math.min(typed.size(), other.size());
  }

  private static Set<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 2)
        .collect(Collectors.toSet());
  }
}
