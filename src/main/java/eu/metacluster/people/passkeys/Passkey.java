package eu.metacluster.people.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param handle the hexadecimal id
 * @param label what the owner called it
 */
public record Passkey(String handle, String label, Instant created, @Nullable Instant used) {

  static Passkey of(ResultSet row, int number) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    return new Passkey(
        HexFormat.of().formatHex(row.getBytes("credential_id")),
        row.getString("label"),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
