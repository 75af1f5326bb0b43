package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import java.net.URI;
import java.util.regex.Pattern;

/** Where an answer sends on to. */
final class Redirects {

  private static final Pattern LOGIN =
      Pattern.compile(
          "(?i)(^|[/?&._-])(log-?in|sign-?in|sso|cas|oauth2?|authenticate|saml2?)([/?&=._-]|$)");

  private Redirects() {}

  static boolean leads(SpooledAnswer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> answer.header("Location") != null;
      default -> false;
    };
  }

  /** The address it sends on to. */
  static URI target(SpooledAnswer answer) throws FetchException {
    String location = String.valueOf(answer.header("Location")).strip();
    int fragment = location.indexOf('#');
    String plain = fragment < 0 ? location : location.substring(0, fragment);
    try {
      return answer.address().resolve(plain.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new FetchException(Trouble.REDIRECTS, answer.address(), location);
    }
  }

  /** Whether one is sent from a page to one that asks for a password. */
  static boolean toLogin(URI from, URI to) {
    return asksToSignIn(to) && !asksToSignIn(from);
  }

  private static boolean asksToSignIn(URI address) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return LOGIN.matcher(address.getRawPath() + query).find();
  }
}
