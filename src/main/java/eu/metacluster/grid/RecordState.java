package eu.metacluster.grid;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a record stands in its life, and where it may go from there. */
public enum RecordState {
  /** A source or a person proposed it; nobody has authorised it. */
  CANDIDATE,
  /** A reviewer has taken it up. */
  IN_REVIEW,
  /** Sent back to whoever proposed it, with a question. */
  RETURNED,
  /** Authorised by the committee; its owner has not permitted yet that it is shown. */
  AUTHORISED,
  /** Authorised: everybody sees it. */
  PUBLISHED,
  /** Public, but its facts were not confirmed in time and wait for re-validation. */
  DUE,
  /** Public for the record, no longer current. */
  ARCHIVED,
  /** The committee said no, with a reason. */
  DECLINED,
  /** Its source or a rollback took it back before anybody decided. */
  WITHDRAWN;

  private static final Set<RecordState> PUBLIC = EnumSet.of(PUBLISHED, DUE, ARCHIVED);

  /** Whether visitors see records in this state. */
  public boolean isPublic() {
    return PUBLIC.contains(this);
  }

  /** The word used in the database and in message keys: the lower-case name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with this word. */
  public static RecordState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The states one may go to from here by a decision or by time. */
  public Set<RecordState> next() {
    return switch (this) {
      case CANDIDATE -> EnumSet.of(IN_REVIEW, RETURNED, AUTHORISED, PUBLISHED, DECLINED, WITHDRAWN);
      case IN_REVIEW -> EnumSet.of(CANDIDATE, RETURNED, AUTHORISED, PUBLISHED, DECLINED, WITHDRAWN);
      case RETURNED -> EnumSet.of(CANDIDATE, IN_REVIEW, AUTHORISED, PUBLISHED, DECLINED, WITHDRAWN);
      case AUTHORISED -> EnumSet.of(CANDIDATE, PUBLISHED, DECLINED, WITHDRAWN);
      case PUBLISHED -> EnumSet.of(CANDIDATE, AUTHORISED, DUE, ARCHIVED);
      case DUE -> EnumSet.of(CANDIDATE, AUTHORISED, PUBLISHED, ARCHIVED, DECLINED);
      case ARCHIVED -> EnumSet.of(PUBLISHED, AUTHORISED, CANDIDATE, DUE);
      case DECLINED -> EnumSet.of(CANDIDATE, DUE);
      case WITHDRAWN -> EnumSet.of(CANDIDATE);
    };
  }
}
