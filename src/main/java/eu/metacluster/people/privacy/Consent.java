package eu.metacluster.people.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger.
 *
 * @param text what the person read, word for word
 * @param sha256 of the text; the journal has it too, which is the proof
 * @param how where it was given, such as {@code account-page}
 */
public record Consent(
    UUID id,
    UUID account,
    String purpose,
    int version,
    String language,
    String text,
    String sha256,
    String how,
    Instant given,
    @Nullable Instant withdrawn) {

  static Consent of(ResultSet row, int number) throws SQLException {
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Consent(
        row.getObject("id", UUID.class),
        row.getObject("account", UUID.class),
        row.getString("purpose"),
        row.getInt("version"),
        row.getString("language"),
        row.getString("text"),
        row.getString("text_sha256"),
        row.getString("how"),
        row.getTimestamp("given_at").toInstant(),
        withdrawn == null ? null : withdrawn.toInstant());
  }

  /** Whether it holds now. */
  public boolean holds() {
    return withdrawn == null;
  }
}
