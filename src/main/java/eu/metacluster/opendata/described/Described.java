package eu.metacluster.opendata.described;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public record with everything that may be passed on.
 *
 * @param kind its kind's word, such as {@code project}
 * @param address the whole address of its page
 * @param changedAt when what is shown of it last changed
 * @param facts claims by field key, the shown one first; fields of which nothing is stated are
 *     absent
 * @param partners those who take part in a project, or the projects of an organisation
 * @param sources the sources that state something about it
 * @param origins the records of other repositories that it was harvested from
 */
public record Described(
    UUID id,
    String kind,
    String handle,
    String title,
    String address,
    Instant changedAt,
    List<Name> identifiers,
    Map<String, List<Stated>> facts,
    List<Partner> partners,
    List<Source> sources,
    List<Origin> origins) {

  /** A name in a registry, such as {@code DOI}. */
  public record Name(String scheme, String value) {}

  /**
   * A value as a source states it.
   *
   * @param source the source's name
   * @param licence under which it may be used, null when the source does not say
   * @param retrievedAt when the payload it stands in was fetched
   * @param evidence the sentence it was read from
   */
  public record Stated(
      long claim,
      String value,
      String source,
      @Nullable String licence,
      @Nullable Instant retrievedAt,
      @Nullable String evidence) {}

  /**
   * One who takes part, or what is taken part in.
   *
   * @param address the whole address of the other's page
   * @param contribution euro, as a plain decimal
   */
  public record Partner(
      UUID other,
      String kind,
      String name,
      String address,
      String role,
      @Nullable String country,
      @Nullable String contribution) {}

  /** A source and the terms under which its facts are passed on. */
  public record Source(
      long id, String name, @Nullable String licence, @Nullable String attribution) {}

  /**
   * A record of another repository.
   *
   * @param base the repository's address
   * @param datestamp when it said that its record was last changed
   * @param namespace of the metadata that were read
   */
  public record Origin(
      String base, String identifier, String datestamp, String namespace, Instant harvestedAt) {}

  /** The shown value of a field. */
  public Optional<String> first(String field) {
    return facts.getOrDefault(field, List.of()).stream()
        .map(Stated::value)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** All values of a field, each once, the shown one first. */
  public List<String> all(String field) {
    return facts.getOrDefault(field, List.of()).stream()
        .map(Stated::value)
        .filter(value -> !value.isBlank())
        .distinct()
        .toList();
  }

  /** The identifiers of a registry. */
  public List<String> named(String scheme) {
    return identifiers.stream()
        .filter(name -> name.scheme().equals(scheme))
        .map(Name::value)
        .toList();
  }
}
