package eu.metacluster.screening.cases;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.RecordText;
import eu.metacluster.screening.scope.ScopeText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits for the committee, with everything that opening its case needs.
 *
 * @param likeness what makes it look like others, see {@link Likeness}
 */
public record Candidate(
    GridRecord record,
    RecordText text,
    List<Identifier> identifiers,
    List<String> sources,
    Set<String> likeness) {

  /**
   * What the committee always decides on. Organisations, programmes and calls become public with
   * the project that names them.
   */
  private static final Set<RecordKind> KINDS =
      EnumSet.of(
          RecordKind.PROJECT,
          RecordKind.EVENT,
          RecordKind.TRAINING,
          RecordKind.PRACTICE,
          RecordKind.OUTPUT,
          RecordKind.NEWS);

  private static final Set<RecordState> WAITING =
      EnumSet.of(RecordState.CANDIDATE, RecordState.IN_REVIEW, RecordState.DUE);

  /**
   * Whether the committee has a say on the record, whatever its state. A call of which a source
   * says whether it is open stands for itself, as does all that a person proposed; one that is only
   * a project's origin does not.
   */
  public static boolean concerns(GridRecord record) {
    boolean callToApplyTo = record.kind() == RecordKind.CALL && record.status() != null;
    return callToApplyTo || record.proposed() || KINDS.contains(record.kind());
  }

  /** Whether the record waits for the committee now. */
  public static boolean waits(@Nullable GridRecord record) {
    return record != null
        && concerns(record)
        && record.mergedInto() == null
        && WAITING.contains(record.state());
  }

  /** What the committee is asked about it. */
  CaseFile.Purpose purpose() {
    return record.state() == RecordState.DUE
        ? CaseFile.Purpose.REVALIDATE
        : CaseFile.Purpose.AUTHORISE;
  }

  /** What the scope model reads of a record's text. */
  public static ScopeText scopeText(RecordText text) {
    return new ScopeText(
        text.title(), orEmpty(text.acronym()), orEmpty(text.summary()), orEmpty(text.keywords()));
  }

  /** What the scope model reads of it. */
  public ScopeText scopeText() {
    return scopeText(text);
  }

  /** Changes exactly when something changes that the case shows or is ranked by. */
  byte[] digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ScopeText read = scopeText();
      for (String part :
          new String[] {
            read.title(),
            read.acronym(),
            read.objective(),
            read.keywords(),
            String.valueOf(year()),
            String.join("\n", sources),
            words()
          }) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Nullable Integer year() {
    return record.startDate() == null ? null : record.startDate().getYear();
  }

  /** What the search within the queue looks at, in lower case. */
  String words() {
    StringBuilder words = new StringBuilder(record.title());
    if (record.acronym() != null) {
      words.append(' ').append(record.acronym());
    }
    identifiers.forEach(identifier -> words.append(' ').append(identifier.value()));
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
