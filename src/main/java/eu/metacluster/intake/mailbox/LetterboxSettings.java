package eu.metacluster.intake.mailbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the house's own letterbox is, and whose mail it takes. */
@Component
class LetterboxSettings {

  private static final String OFF = "off";

  private final Environment environment;
  private final MailboxSettings mailbox;

  LetterboxSettings(Environment environment, MailboxSettings mailbox) {
    this.environment = environment;
    this.mailbox = mailbox;
  }

  private String value(String name, String usual) {
    String value = environment.getProperty("metacluster.letterbox." + name, "").strip();
    return value.isEmpty() ? usual : value;
  }

  /** Beside a mailbox elsewhere it has to be asked for by naming its port. */
  boolean wanted() {
    String named = value("port", "");
    return !named.equals(OFF) && (!named.isEmpty() || !mailbox.known());
  }

  int port() {
    return Integer.parseInt(value("port", "2525"));
  }

  String address() {
    return value("address", "127.0.0.1");
  }

  int connections() {
    return Integer.parseInt(value("connections", "20"));
  }

  /** Name of the bundle ({@code spring.ssl.bundle.…}) with its certificate; empty for none. */
  String certificate() {
    return value("ssl-bundle", "");
  }

  /** Whether mail is taken over an encrypted connection only. */
  boolean encryptedOnly() {
    return value("tls", "").equals("required");
  }

  /** As it greets. */
  String host() {
    String own = own();
    return own.substring(own.indexOf('@') + 1);
  }

  /** The addresses whose mail is taken, in small letters. */
  List<String> recipients() {
    String usual = own() + ", intake@" + host();
    return Arrays.stream(value("recipients", usual).split(",", -1))
        .map(one -> one.strip().toLowerCase(Locale.ROOT))
        .filter(one -> !one.isEmpty())
        .distinct()
        .toList();
  }

  private String own() {
    return environment
        .getProperty("metacluster.mail.from", "metacluster@localhost")
        .replaceFirst(".*<", "")
        .replaceFirst(">.*", "")
        .strip();
  }
}
