package eu.metacluster.intake.receiving;

import eu.metacluster.platform.SiteAddress;
import eu.metacluster.shared.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links that nobody can guess: the id of what they lead to and a seal over it and the link's
 * purpose. They can be written into every letter anew, and one serves for nothing else.
 */
@Component
public class Ways {

  private static final int ID = 16;
  private static final int SEAL = 32;

  private final JdbcClient jdbc;
  private final SiteAddress site;
  private volatile byte @Nullable [] key;

  Ways(JdbcClient jdbc, SiteAddress site) {
    this.jdbc = jdbc;
    this.site = site;
  }

  /** What a link opens. */
  public enum Purpose {
    DRAFT("/add/draft/"),
    CONFIRM("/add/confirm/"),
    STATUS("/status/"),
    PERMISSION("/permission/"),
    STILL_TRUE("/still-true/"),
    ASKED("/still-true/"),
    /** Ends the letters to whoever handed something in. */
    STOP_SENDER("/letters/stop/"),
    /** Ends the questions to its owner. */
    STOP_OWNER("/letters/stop/");

    private final String path;

    Purpose(String path) {
      this.path = path;
    }
  }

  /** The path of the page that this opens. */
  public String path(Purpose purpose, UUID id) {
    return purpose.path + token(purpose, id);
  }

  /** The whole address of that page, for letters. */
  public String address(Purpose purpose, UUID id) {
    return site.of(path(purpose, id));
  }

  /** The unguessable part of a link. */
  public String token(Purpose purpose, UUID id) {
    byte[] bytes =
        ByteBuffer.allocate(ID + SEAL)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(seal(purpose, id))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * What a link leads to.
   *
   * @throws Refusal MC-1700 when it was never given out for this purpose
   */
  public UUID open(Purpose purpose, String token) {
    return opens(purpose, token).orElseThrow(Ways::gone);
  }

  /** What a link leads to; empty when it was never given out for this purpose. */
  public Optional<UUID> opens(Purpose purpose, String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != ID + SEAL) {
      return Optional.empty();
    }
    ByteBuffer read = ByteBuffer.wrap(bytes);
    UUID id = new UUID(read.getLong(), read.getLong());
    boolean ours =
        MessageDigest.isEqual(Arrays.copyOfRange(bytes, ID, ID + SEAL), seal(purpose, id));
    return ours ? Optional.of(id) : Optional.empty();
  }

  /** The answer to a link that does not serve, or not any more. */
  public static Refusal gone() {
    return new Refusal(Refusal.Kind.GONE, "MC-1700", "intake.error.link");
  }

  private byte[] seal(Purpose purpose, UUID id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      return mac.doFinal((purpose.name() + id).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All nodes share one; the first that needs it makes it. */
  private byte[] key() {
    byte[] known = key;
    if (known == null) {
      byte[] fresh = new byte[SEAL];
      new SecureRandom().nextBytes(fresh);
      jdbc.sql("insert into intake.key (secret) values (?) on conflict do nothing")
          .param(fresh)
          .update();
      known = jdbc.sql("select secret from intake.key").query(byte[].class).single();
      key = known;
    }
    return known;
  }
}
