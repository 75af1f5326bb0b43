package eu.metacluster.discovery.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A property by which lists and maps can be narrowed. */
public enum Facet {
  KIND,
  COUNTRY,
  PILLAR,
  TECHNOLOGY,
  CANCER,
  YEAR,
  STATUS,
  PROGRAMME,
  FRAMEWORK,
  SCHEME;

  /** The word in addresses and message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The facet with this word. */
  public static Optional<Facet> ofWord(String word) {
    return Arrays.stream(values()).filter(facet -> facet.word().equals(word)).findFirst();
  }
}
