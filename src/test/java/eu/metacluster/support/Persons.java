package eu.metacluster.support;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts for tests, and links that sign them in as people do. */
public final class Persons {

  private final JdbcClient jdbc;

  public Persons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new account with this role. */
  public Identity with(Role role) {
    UUID id = UUID.randomUUID();
    String name =
        switch (role) {
          case MEMBER -> "Maria Member";
          case COMMITTEE -> "Carl Committee";
          case COORDINATOR -> "Chloé Coordinator";
          case ADMINISTRATOR -> "Anna Administrator";
        };
    jdbc.sql("insert into people.account (id, email, name, role) values (?, ?, ?, ?)")
        .params(id, id + "@" + role.name().toLowerCase(Locale.ROOT) + ".test", name, role.name())
        .update();
    return new Identity(id, name, role);
  }

  /** The path of a fresh link that signs this person in. */
  public String link(Identity person) {
    return link(person, "SIGN_IN", 600);
  }

  /** The path of a link for some purpose that expires so many seconds from now. */
  public String link(Identity person, String purpose, long seconds) {
    String token = UUID.randomUUID() + "-" + UUID.randomUUID();
    jdbc.sql(
            """
            insert into people.link (hash, purpose, account, expires_at)
            values (?, ?, ?, now() + make_interval(secs => ?))
            """)
        .params(sha256(token), purpose, person.account(), seconds)
        .update();
    return "/sign-in/" + token;
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
