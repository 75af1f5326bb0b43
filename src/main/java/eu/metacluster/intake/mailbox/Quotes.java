package eu.metacluster.intake.mailbox;

import java.util.regex.Pattern;

/** Takes out of a mail what it repeats of an earlier one, and its signature. */
final class Quotes {

  private static final Pattern BEGIN =
      Pattern.compile(
          "(?im)^(-{2,} ?(original message|message d'origine|forwarded message).*"
              + "|on .{5,200} wrote:|le .{5,200} a écrit ?:|from: .*@.*|de : .*@.*|_{10,})\\s*$");
  private static final Pattern QUOTED = Pattern.compile("(?m)^>.*$\\n?");
  private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?$");

  private Quotes() {}

  static String without(String text) {
    String own = BEGIN.split(text, 2)[0];
    own = SIGNATURE.split(own, 2)[0];
    String plain = QUOTED.matcher(own).replaceAll("").strip();
    return plain.isEmpty() ? QUOTED.matcher(text).replaceAll("").strip() : plain;
  }
}
