package eu.metacluster.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.Locale;
import java.util.Set;

/** Mails that no person wrote, which get no answer (RFC 3834): replies, lists, bounces, our own. */
final class Automatic {

  private static final Set<String> MACHINES =
      Set.of("mailer-daemon", "postmaster", "noreply", "no-reply", "do-not-reply", "bounce");
  private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");

  private Automatic() {}

  /**
   * Whether a mail was sent by a machine.
   *
   * @param own our own address: what comes from it goes round in a circle
   */
  static boolean is(Part mail, String from, String own) throws MessagingException {
    String submitted = header(mail, "Auto-Submitted");
    String sender = from.substring(0, Math.max(0, from.indexOf('@')));
    return (!submitted.isEmpty() && !submitted.startsWith("no"))
        || PRECEDENCES.contains(header(mail, "Precedence"))
        || !header(mail, "List-Id").isEmpty()
        || !header(mail, "X-Autoreply").isEmpty()
        || !header(mail, "X-Autorespond").isEmpty()
        || header(mail, "Return-Path").equals("<>")
        || mail.isMimeType("multipart/report")
        || MACHINES.contains(sender)
        || from.isEmpty()
        || from.equals(own);
  }

  private static String header(Part mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null || values.length == 0 || values[0] == null
        ? ""
        : values[0].strip().toLowerCase(Locale.ROOT);
  }
}
