package eu.metacluster.discovery.matching;

import eu.metacluster.grid.GridRecord;
import java.util.List;
import java.util.Locale;

/**
 * One reason why something is near.
 *
 * @param values words, or codes of the taxonomy
 * @param records public records that speak for it
 * @param number how many there are, which may be more than are named
 */
public record Reason(Kind kind, List<String> values, List<GridRecord> records, long number) {

  /** What a reason is about. */
  public enum Kind {
    /** Words and pairs of words that both have. */
    WORDS,
    PILLAR,
    TECHNOLOGY,
    CANCER,
    /** Organisations that take part in both. */
    PARTNERS,
    /** Projects of an organisation that are near. */
    PROJECTS,
    /** Projects that both organisations take part in. */
    TOGETHER,
    /** The texts mean the like. */
    MEANING;

    /** The word in keys of texts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Reason words(Kind kind, List<String> values) {
    return new Reason(kind, List.copyOf(values), List.of(), values.size());
  }

  static Reason records(Kind kind, List<GridRecord> records, long number) {
    return new Reason(kind, List.of(), List.copyOf(records), number);
  }
}
