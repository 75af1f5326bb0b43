package eu.metacluster.screening.deciding;

import eu.metacluster.platform.web.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule of the committee.
 *
 * @param key what it is called in decisions, for ever
 * @param version from 1; a changed text is a new version
 * @param in whether it speaks for taking a record in, or for leaving it out
 * @param scope what it says about a record: core, borderline or out
 * @param retiredAt since when it may not be cited any more, null while it may
 */
public record Criterion(
    String key,
    int version,
    boolean in,
    String scope,
    int sort,
    String english,
    String french,
    Instant since,
    @Nullable Instant retiredAt) {

  /** The rule in the language of the page. */
  public String text(Language language) {
    return language == Language.FR ? french : english;
  }

  /** The one name that forms send: key and version. */
  public String id() {
    return key + "." + version;
  }

  /** Whether decisions may cite it. */
  public boolean inForce() {
    return retiredAt == null;
  }

  boolean fits(Verdict verdict) {
    return switch (verdict) {
      case AUTHORISE -> in;
      case DECLINE -> !in;
      case RETURN, ARCHIVE -> true;
    };
  }
}
