package eu.metacluster.screening.deciding;

import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.shared.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a reviewer says about a case. */
public enum Verdict {
  /** It becomes public. */
  AUTHORISE,
  /** It does not belong here. */
  DECLINE,
  /** It cannot be decided before a question is answered. */
  RETURN,
  /** It was right in its time and is no longer current; it stays public, and says so. */
  ARCHIVE;

  /** The word in forms, in the database and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The letter that chooses it on the keyboard. */
  public String key() {
    return this == ARCHIVE ? "h" : word().substring(0, 1);
  }

  /** What may be said on a case of this purpose, the likeliest first. */
  public static List<Verdict> on(CaseFile.Purpose purpose) {
    return switch (purpose) {
      case AUTHORISE -> List.of(AUTHORISE, DECLINE, RETURN);
      case REVALIDATE -> List.of(AUTHORISE, ARCHIVE, DECLINE);
    };
  }

  /** The last part of a decision's kind in the journal. */
  String past() {
    return switch (this) {
      case AUTHORISE -> "authorised";
      case DECLINE -> "declined";
      case RETURN -> "returned";
      case ARCHIVE -> "archived";
    };
  }

  /** The verdict with this word; any other word is refused. */
  public static Verdict ofWord(@Nullable String word) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.BAD_INPUT, "MC-1502", "screening.error.verdict"));
  }
}
