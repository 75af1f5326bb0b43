package eu.metacluster.people.privacy;

/**
 * One entry of the records of processing (GDPR, Article 30); a module contributes it as a bean. The
 * bundles say {@code <key>.name}, {@code .purpose}, {@code .data}, {@code .recipients} and {@code
 * .kept}.
 *
 * @param key begins with the module's name
 * @param basis why it is lawful
 */
public record ProcessingActivity(String key, Basis basis) {

  /** The grounds of Article 6 that this house uses. */
  public enum Basis {
    CONSENT,
    CONTRACT,
    OBLIGATION,
    INTEREST
  }
}
