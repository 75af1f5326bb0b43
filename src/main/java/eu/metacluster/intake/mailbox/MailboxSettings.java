package eu.metacluster.intake.mailbox;

import java.util.Properties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the mailbox is and how one signs in there: by password, or by an OAuth 2 access token. */
@Component
class MailboxSettings {

  /** A mail comes in pieces of this size, so that one without an end can be left. */
  private static final int FETCH = 4 << 20;

  private final Environment environment;

  MailboxSettings(Environment environment) {
    this.environment = environment;
  }

  private String value(String name, String usual) {
    return environment.getProperty("metacluster.mailbox." + name, usual).strip();
  }

  /** Whether there is a mailbox to read. */
  boolean known() {
    return !host().isEmpty();
  }

  String host() {
    return value("host", "");
  }

  int port() {
    return Integer.parseInt(value("port", "imaps".equals(protocol()) ? "993" : "143"));
  }

  String protocol() {
    return "imap".equals(value("protocol", "imaps")) ? "imap" : "imaps";
  }

  String user() {
    return value("user", "");
  }

  String folder() {
    return value("folder", "INBOX");
  }

  /** The fixed token when there is one, else the password. */
  String secret() {
    String token = value("token", "");
    return token.isEmpty() ? value("password", "") : token;
  }

  /** Where access tokens are asked for; empty when one signs in otherwise. */
  String tokenEndpoint() {
    return value("token-endpoint", "");
  }

  String clientId() {
    return value("client-id", "");
  }

  String clientSecret() {
    return value("client-secret", "");
  }

  String refreshToken() {
    return value("refresh-token", "");
  }

  String scope() {
    return value("scope", "");
  }

  private boolean token() {
    return !tokenEndpoint().isEmpty() || !value("token", "").isEmpty();
  }

  /** What the mail library is told. */
  Properties properties() {
    String head = "mail." + protocol() + ".";
    Properties properties = new Properties();
    properties.put("mail.store.protocol", protocol());
    properties.put(head + "connectiontimeout", "10000");
    properties.put(head + "timeout", "300000");
    properties.put(head + "writetimeout", "20000");
    properties.put(head + "partialfetch", "true");
    properties.put(head + "fetchsize", Integer.toString(FETCH));
    properties.put(head + "peek", "true");
    properties.put("mail.mime.address.strict", "false");
    properties.put("mail.mime.decodetext.strict", "false");
    if (token()) {
      properties.put(head + "auth.mechanisms", "XOAUTH2");
    }
    if ("imap".equals(protocol()) && Boolean.parseBoolean(value("starttls", "false"))) {
      properties.put(head + "starttls.required", "true");
    }
    return properties;
  }
}
