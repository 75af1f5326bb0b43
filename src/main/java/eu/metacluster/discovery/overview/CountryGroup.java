package eu.metacluster.discovery.overview;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups of countries whose participation is compared; groups.tsv says who is in which. */
public enum CountryGroup {
  /** Member states that the programme wants to see more of. */
  WIDENING,
  /** The other member states. */
  MEMBER,
  /** Associated countries that the programme wants to see more of. */
  ASSOCIATED,
  /** Everybody else. */
  OTHER;

  /** The day of the regulation that names the widening countries. */
  static final LocalDate AS_OF = LocalDate.of(2021, 4, 28);

  private static final Map<String, Set<String>> COUNTRIES = read();

  /** The countries of the group; none for {@link #OTHER}, which is open. */
  public Set<String> countries() {
    return COUNTRIES.getOrDefault(word(), Set.of());
  }

  /** The group of a country. */
  static CountryGroup of(String iso) {
    for (CountryGroup group : values()) {
      if (group.countries().contains(iso)) {
        return group;
      }
    }
    return OTHER;
  }

  /** The word in files and message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Set<String>> read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CountryGroup.class.getResourceAsStream("groups.tsv")),
                StandardCharsets.UTF_8))) {
      List<String[]> rows =
          in.lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .toList();
      return rows.stream()
          .collect(
              Collectors.groupingBy(
                  row -> row[1],
                  Collectors.mapping(row -> row[0], Collectors.toCollection(LinkedHashSet::new))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
