package eu.metacluster.discovery.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a word is looked for when it is typed as {@code field:word}. */
public enum SearchField {
  TITLE("title", "titre"),
  ACRONYM("acronym", "acronyme", "sigle"),
  /** Names and partners. */
  ORGANISATION("organisation", "organization", "partner", "org", "partenaire"),
  /** A country's code or name. */
  COUNTRY("country", "pays"),
  /** The code of a programme, a framework or a type of action; what is below it counts as well. */
  PROGRAMME("programme", "program", "framework"),
  /** The code of a call topic, or its beginning. */
  CALL("call", "topic", "appel"),
  FUNDER("funder", "financeur"),
  KEYWORD("keyword", "keywords", "motcle", "mots-clés"),
  /** Grant number, DOI, PIC, ROR, NCT number, topic code. */
  ID("id", "grant", "doi", "pic", "ror", "nct", "rcn"),
  /** {@code 2024}, {@code 2021-2024}, {@code 2021-}, {@code -2020}: runs at some time then. */
  YEAR("year", "years", "année", "annee");

  private static final Map<String, SearchField> BY_WORD =
      Arrays.stream(values())
          .flatMap(field -> field.words.stream().map(word -> Map.entry(word, field)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> words;

  SearchField(String... words) {
    this.words = List.of(words);
  }

  /** The field that goes by this word in English or French, whatever its case. */
  static Optional<SearchField> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
  }

  /** All fields by their first word, in order. */
  public static Map<String, SearchField> all() {
    return Arrays.stream(values())
        .collect(
            Collectors.toMap(
                field -> field.words.getFirst(),
                Function.identity(),
                (a, b) -> a,
                java.util.LinkedHashMap::new));
  }
}
