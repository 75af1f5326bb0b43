package eu.metacluster.intake.renewal;

import eu.metacluster.grid.Aging;
import eu.metacluster.grid.RecordKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records a campaign is about, as it was typed.
 *
 * @param kind word of a kind, empty for all
 * @param source id of a source, empty for all
 * @param freshness any, due or soon
 * @param before a day, empty when it does not matter
 * @param all whether records that nobody is known for belong to it, too
 */
public record CampaignForm(
    String name, String kind, String source, String freshness, String before, boolean all) {

  private static final int LONGEST = 100;

  static CampaignForm of(Map<String, String> sent) {
    String name = sent.getOrDefault("name", "").replaceAll("\\p{Cntrl}", " ").strip();
    return new CampaignForm(
        name.length() > LONGEST ? name.substring(0, LONGEST) : name,
        sent.getOrDefault("kind", ""),
        sent.getOrDefault("source", ""),
        sent.getOrDefault("freshness", "any"),
        sent.getOrDefault("before", ""),
        "yes".equals(sent.get("all")));
  }

  /** Key of the sentence about what cannot be understood; empty when all can. */
  public String wrong() {
    if (!before.isEmpty() && day() == null) {
      return "intake.wrong.day";
    }
    boolean known =
        (kind.isEmpty() || Arrays.stream(RecordKind.values()).anyMatch(k -> k.word().equals(kind)))
            && source.matches("\\d{0,18}")
            && Arrays.stream(Aging.Freshness.values()).anyMatch(f -> word(f).equals(freshness));
    return known ? "" : "intake.wrong.choice";
  }

  Aging.Choice choice() {
    return new Aging.Choice(
        kind.isEmpty() ? null : RecordKind.ofWord(kind),
        source.isEmpty() ? null : Long.valueOf(source),
        Aging.Freshness.valueOf(freshness.toUpperCase(Locale.ROOT)),
        day());
  }

  private @Nullable LocalDate day() {
    try {
      return before.isEmpty() ? null : LocalDate.parse(before);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The word of a freshness in forms and message keys. */
  public static String word(Aging.Freshness freshness) {
    return freshness.name().toLowerCase(Locale.ROOT);
  }
}
