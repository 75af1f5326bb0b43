package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gave to the grid.
 *
 * @param facts what was typed, by field; clean enough to be shown, not yet checked
 * @param note what the person wants the committee to know
 * @param own whether the person says to speak for it
 * @param target the record that it speaks of, when that is there already
 * @param record what it became on the grid, null until it was received
 * @param run under which number the grid knows its claims
 * @param filled what a source said when the form was filled from it, null when none was asked
 * @param partnerWords what a correction says of single partners
 */
public record Submission(
    UUID id,
    State state,
    Way way,
    RecordKind kind,
    Map<Field, String> facts,
    String note,
    Language language,
    boolean own,
    @Nullable UUID target,
    @Nullable UUID record,
    @Nullable Long run,
    @Nullable Filled filled,
    List<PartnerWord> partnerWords,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant sentAt,
    @Nullable Instant receivedAt) {

  /** How far it is. */
  public enum State {
    /** Still being written. */
    DRAFT,
    /** Sent; the address of its sender is not confirmed yet. */
    SENT,
    /** The sender is known, and the clock runs. */
    RECEIVED;

    /** The word in the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How it came. */
  public enum Way {
    FORM,
    CORRECTION,
    MAIL;

    /** The word in the database and in message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What to call it in a line. */
  public String label() {
    String acronym = facts.getOrDefault(Field.ACRONYM, "");
    return acronym.isBlank() ? facts.getOrDefault(Field.TITLE, "") : acronym;
  }

  /** Whether it speaks of a record that is there already. */
  public boolean corrects() {
    return target != null;
  }

  /**
   * Who takes part in it, as the source says that its form was filled from; nobody when it is about
   * something else by now, or corrects a record that has partners of its own.
   */
  public List<Filled.Partner> partners() {
    return filled == null
            || target != null
            || kind != RecordKind.PROJECT
            || !Identifiers.of(this).contains(filled.by())
        ? List.of()
        : filled.partners();
  }

  /** A fact, empty when it was not given. */
  public String fact(Field field) {
    return facts.getOrDefault(field, "");
  }
}
