package eu.metacluster.intake.receiving;

/**
 * Who gave something: personal data, never to be stored elsewhere or journaled.
 *
 * @param email confirmed by a link, or the sender's of a mail
 * @param name as the person wants to be called; may be empty
 * @param ownerEmail who can permit the publication; empty when that is the sender
 */
public record Sender(String email, String name, String ownerEmail) {

  /** In the place of an owner's address that was erased: nobody else is asked instead. */
  public static final String OWNER_GONE = "gone";

  /** Where the permission is asked. */
  public String permitter() {
    return ownerEmail.isBlank() ? email : ownerEmail;
  }
}
