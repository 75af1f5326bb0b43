package eu.metacluster.discovery.search;

import eu.metacluster.grid.Codebook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A property by which lists and maps can be narrowed. */
public enum Facet {
  KIND,
  COUNTRY,
  /** NUTS level 1, 2 and 3 of the partners, or the own one: a code begins with that around it. */
  REGION,
  PILLAR,
  TECHNOLOGY,
  CANCER,
  /** Tissue of OncoTree, by its code. */
  TISSUE,
  SCOPE("2", "1", "0"),
  /** Year of the start. */
  YEAR,
  /** Year of the end. */
  END,
  STATUS,
  /** Contribution in bands, or that none is stated, see {@link Band}. */
  BUDGET(Band.words()),
  PROGRAMME,
  FRAMEWORK,
  FUNDER,
  CALL,
  SCHEME,
  /** A partner, by its handle; {@link Found#names} says what it is called. */
  ORGANISATION,
  ROLE,
  /** Type of organisation. */
  TYPE,
  /** How long ago a person confirmed it. */
  FRESHNESS("quarter", "year", "older", "never"),
  STATE,
  SOURCE;

  /** The value of {@link #COUNTRY} for what is European as a whole or says no place. */
  public static final String NOWHERE = "none";

  private static final int MOST_COUNTRIES = 300;
  private static final int MOST_ORGANISATIONS = 24;
  private static final int MOST = 60;

  private final List<String> steps;

  Facet(String... steps) {
    this.steps = List.of(steps);
  }

  /** The words that the codebook has for it, in its order; empty when it names none. */
  public List<String> codebook() {
    return switch (this) {
      case PILLAR -> Codebook.PILLARS;
      case TECHNOLOGY -> Codebook.TECHNOLOGIES;
      case CANCER -> Codebook.CANCERS;
      default -> List.of();
    };
  }

  /** The values in their own order; empty when they have none and the most frequent come first. */
  public List<String> steps() {
    return steps;
  }

  /** So many values of it a list tells, the most frequent ones. */
  public int most() {
    return switch (this) {
      case COUNTRY, FRESHNESS -> MOST_COUNTRIES;
      case ORGANISATION -> MOST_ORGANISATIONS;
      default -> MOST;
    };
  }

  /** Whether its values are years, of which the latest come first. */
  public boolean years() {
    return this == YEAR || this == END;
  }

  /**
   * Whether a value lies within another one: choosing it takes the place of what is around it.
   * Regions are the only values that do.
   */
  public boolean within(String value, String around) {
    return this == REGION && value.length() > around.length() && value.startsWith(around);
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
