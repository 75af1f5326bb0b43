package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.oai.OaiError.Code;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Resumption tokens: each says itself what list it goes on with and where, signed, so that nothing
 * is kept for harvesters and a token lives as long as the database.
 */
final class Tokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE = 16;
  private static final int PARTS = 9;
  private static final int LONGEST = 2000;

  private final SecretKeySpec key;

  Tokens(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** What a token goes on with. */
  record Resumed(Selection selection, Place place) {}

  String write(Verb verb, Selection selection, Place place) {
    String text =
        String.join(
            "|",
            List.of(
                verb.word(),
                selection.format().prefix(),
                selection.set() == null ? "" : selection.set(),
                Long.toString(selection.from()),
                Long.toString(selection.until()),
                Long.toString(place.stamp()),
                place.record().toString(),
                Long.toString(place.given()),
                Long.toString(place.size())));
    byte[] said = text.getBytes(StandardCharsets.UTF_8);
    byte[] token = Arrays.copyOf(said, said.length + SIGNATURE);
    System.arraycopy(signature(said), 0, token, said.length, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Reads a token that was given for this verb.
   *
   * @throws OaiError when it is none of ours, was changed, or belongs to another verb
   */
  Resumed read(Verb verb, String token) {
    String[] parts = new String(said(token), StandardCharsets.UTF_8).split("\\|", -1);
    if (parts.length != PARTS || !parts[0].equals(verb.word())) {
      throw new OaiError(Code.BAD_TOKEN, "This token belongs to a request with another verb.");
    }
    try {
      return new Resumed(
          new Selection(
              Format.of(parts[1]).orElseThrow(Tokens::unknown),
              parts[2].isEmpty() ? null : parts[2],
              Long.parseLong(parts[3]),
              Long.parseLong(parts[4])),
          place(parts));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static Place place(String[] parts) {
    return new Place(
        Long.parseLong(parts[5]),
        UUID.fromString(parts[6]),
        Long.parseLong(parts[7]),
        Long.parseLong(parts[8]));
  }

  private byte[] said(String token) {
    if (token.length() > LONGEST) {
      throw unknown();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length > SIGNATURE) {
        byte[] said = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(bytes, said.length, bytes.length);
        if (MessageDigest.isEqual(signature, signature(said))) {
          return said;
        }
      }
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static OaiError unknown() {
    return new OaiError(
        Code.BAD_TOKEN, "This token was not given here, or it was changed. Begin the list anew.");
  }

  private byte[] signature(byte[] said) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(said), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + ALGORITHM, e);
    }
  }
}
