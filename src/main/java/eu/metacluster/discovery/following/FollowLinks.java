package eu.metacluster.discovery.following;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ways from a mail back to what one follows: 256 random bits, of which only the SHA-256 is
 * kept. Whoever holds one may change and stop what that person follows, and nothing else.
 */
@Component
class FollowLinks {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private final JdbcClient jdbc;

  FollowLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new token; those of more than a year ago no longer serve. */
  String open(UUID follower) {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    jdbc.sql("delete from discovery.way where created_at < now() - interval '400 days'").update();
    jdbc.sql("insert into discovery.way (hash, follower) values (?, ?)")
        .params(hash(token), follower)
        .update();
    return token;
  }

  /** Whose way it is. */
  Optional<UUID> who(String token) {
    return jdbc.sql("select follower from discovery.way where hash = ?")
        .param(hash(token))
        .query(UUID.class)
        .optional();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
