package eu.metacluster.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.Locale;

/** Mails whose sender the own mail server calls forged (RFC 8601). Nobody else's word counts. */
final class Forged {

  private Forged() {}

  /**
   * Whether a mail is not from whom it says.
   *
   * @param trusted the name of the server whose word counts; empty when there is none
   */
  static boolean is(Part mail, String trusted) throws MessagingException {
    String[] words = trusted.isBlank() ? null : mail.getHeader("Authentication-Results");
    if (words == null) {
      return false;
    }
    for (String word : words) {
      String plain = word.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
      if (plain.replaceFirst("[ ;].*", "").equals(trusted.strip().toLowerCase(Locale.ROOT))) {
        // the topmost is the server's own: those below came with the mail
        boolean passed = plain.contains("dkim=pass") || plain.contains("dmarc=pass");
        return plain.contains("dmarc=fail") || (plain.contains("spf=fail") && !passed);
      }
    }
    return false;
  }
}
