package eu.metacluster.platform.mail;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Empties the outbox into a mail server on loopback. */
public final class SendingForTests {

  private SendingForTests() {}

  /** Sends all that is due. */
  public static void through(JdbcClient jdbc, int port, String from, Path folder) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    new Outbox(jdbc, new SmtpPost(sender, from, 2), folder).work();
  }
}
