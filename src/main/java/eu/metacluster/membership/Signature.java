package eu.metacluster.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Who signed which version when.
 *
 * @param signer the authorised person's name
 * @param function of that person in the organisation
 * @param textSha256 of the text that was signed
 * @param pdfSha256 of the copy that both sides have
 */
public record Signature(
    UUID id,
    int version,
    String language,
    String signer,
    String function,
    Instant signed,
    String textSha256,
    String pdfSha256) {

  static Signature of(ResultSet row, int number) throws SQLException {
    return new Signature(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getString("language"),
        row.getString("signer"),
        row.getString("signer_function"),
        row.getTimestamp("signed_at").toInstant(),
        row.getString("text_sha256"),
        row.getString("pdf_sha256"));
  }
}
