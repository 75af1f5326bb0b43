package eu.metacluster.people;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param email in lower case; mails go there
 * @param language of the mails
 * @param disabled since when the person may not sign in any more
 */
public record Account(
    UUID id,
    String email,
    String name,
    Role role,
    Language language,
    Instant created,
    @Nullable Instant disabled) {

  static Account of(ResultSet row, int number) throws SQLException {
    Timestamp disabled = row.getTimestamp("disabled_at");
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        Language.named(row.getString("language")).orElse(Language.EN),
        row.getTimestamp("created_at").toInstant(),
        disabled == null ? null : disabled.toInstant());
  }

  /** Whether the person may sign in. */
  public boolean enabled() {
    return disabled == null;
  }

  Identity identity() {
    return new Identity(id, name, role);
  }
}
