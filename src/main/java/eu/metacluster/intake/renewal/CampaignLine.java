package eu.metacluster.intake.renewal;

import eu.metacluster.grid.GridRecord;
import java.util.Locale;

/**
 * One record of a campaign, and what its owners have said.
 *
 * @param asked how many persons were asked
 * @param unreachable how many of them could not be reached
 * @param passedOn whether it came to the committee
 */
public record CampaignLine(
    GridRecord record, Answer answer, int asked, int unreachable, boolean passedOn) {

  /** What became of the question. */
  public enum Answer {
    CONFIRMED,
    /** Something has changed: a correction was handed in since. */
    CORRECTED,
    /** No letter could be delivered. */
    BOUNCED,
    UNANSWERED,
    /** Nobody is known who could be asked. */
    NOBODY;

    /** The word in addresses and message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The tone of its chip. */
    public String tone() {
      return switch (this) {
        case CONFIRMED, CORRECTED -> "good";
        case BOUNCED -> "bad";
        case UNANSWERED -> "warn";
        case NOBODY -> "plain";
      };
    }
  }
}
