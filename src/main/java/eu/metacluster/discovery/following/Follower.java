package eu.metacluster.discovery.following;

import eu.metacluster.platform.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who follows.
 *
 * @param account null for a visitor
 * @param email of a visitor, null for an account
 * @param confirmed when a visitor confirmed the address, null while that is not done
 */
public record Follower(
    UUID id,
    @Nullable UUID account,
    @Nullable String email,
    Language language,
    Rhythm rhythm,
    @Nullable Instant confirmed,
    @Nullable Instant told) {

  static Follower of(ResultSet row, int number) throws SQLException {
    Timestamp confirmed = row.getTimestamp("confirmed_at");
    Timestamp told = row.getTimestamp("told_at");
    return new Follower(
        row.getObject("id", UUID.class),
        row.getObject("account", UUID.class),
        row.getString("email"),
        Language.named(row.getString("language")).orElse(Language.EN),
        Rhythm.of(row.getString("rhythm")),
        confirmed == null ? null : confirmed.toInstant(),
        told == null ? null : told.toInstant());
  }
}
