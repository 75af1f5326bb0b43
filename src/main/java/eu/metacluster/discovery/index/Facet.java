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
  SCHEME,
  CALL;

  /** The value of {@link #COUNTRY} for what is European as a whole or says no place. */
  public static final String NOWHERE = "none";

  /** Whether lists offer its values; the calls are too many to choose from. */
  public boolean offered() {
    return this != CALL;
  }

  /** The word in addresses and message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The facet with this word. */
  public static Optional<Facet> ofWord(String word) {
    return Arrays.stream(values()).filter(facet -> facet.word().equals(word)).findFirst();
  }
}
