package eu.metacluster.harvest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which payloads are told apart (FIPS 180-4); every Java has it. */
public final class Sha256 {

  private Sha256() {}

  /** A digest that nothing was put into yet. */
  public static MessageDigest begun() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
