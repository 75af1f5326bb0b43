package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.screening.Committee;
import eu.metacluster.support.ProductTest;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The house's letterbox with a certificate: mail may come, or has to come, encrypted. */
@ProductTest
class LetterboxTlsTests {

  private static final String SECRET = "only-of-a-test";

  @Autowired LetterboxWork work;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private final String sender = "tls" + Committee.number() + "@example.org";
  private @Nullable Letterbox running;

  private void start(String... properties) throws Exception {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("metacluster.letterbox.port", "0");
    for (int i = 0; i < properties.length; i += 2) {
      environment.setProperty("metacluster.letterbox." + properties[i], properties[i + 1]);
    }
    DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    bundles.registerBundle(
        "mail",
        SslBundle.of(
            new JksSslStoreBundle(
                new JksSslStoreDetails("PKCS12", null, certificate().toUri().toString(), SECRET),
                null)));
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("bundles", bundles);
    Letterbox letterbox =
        new Letterbox(
            new LetterboxSettings(environment, new MailboxSettings(environment)),
            work,
            beans.getBeanProvider(SslBundles.class));
    letterbox.start();
    running = letterbox;
  }

  /** As an administrator would make one to try it out, by the JDK's own tool. */
  private Path certificate() throws Exception {
    Path file = folder.resolve("mail.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(file).exists();
    return file;
  }

  @AfterEach
  void stop() {
    letterbox().stop();
  }

  private Letterbox letterbox() {
    return Objects.requireNonNull(running);
  }

  private boolean send(boolean encrypted) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(letterbox().port()));
    properties.put("mail.smtp.from", sender);
    properties.put("mail.smtp.starttls.enable", Boolean.toString(encrypted));
    properties.put("mail.smtp.starttls.required", Boolean.toString(encrypted));
    properties.put("mail.smtp.ssl.trust", "*");
    properties.put("mail.smtp.ssl.checkserveridentity", "false");
    Session session = Session.getInstance(properties);
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(sender));
    mail.setSubject("By a closed envelope");
    mail.setText("We study lung cancer.");
    mail.saveChanges();
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, new Address[] {new InternetAddress("metacluster@localhost")});
      return transport.isSSL();
    }
  }

  private long kept() {
    return jdbc.sql("select count(*) from intake.letterbox where sender = ?")
        .param(sender)
        .query(Long.class)
        .single();
  }

  @Test
  void mailMayComeEncryptedWhereACertificateIsNamed() throws Exception {
    start("ssl-bundle", "mail");
    assertThat(send(true)).as("over TLS").isTrue();
    assertThat(kept()).isOne();
    assertThat(send(false)).isFalse();
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void mailHasToComeEncryptedWhereThatIsAskedFor() throws Exception {
    start("ssl-bundle", "mail", "tls", "required");
    assertThatThrownBy(() -> send(false)).isInstanceOf(MessagingException.class);
    assertThat(kept()).isZero();
    assertThat(send(true)).isTrue();
    assertThat(kept()).isOne();
  }

  @Test
  void aCertificateThatIsNotThereTakesNoMailInsteadOfPlainMail() throws Exception {
    start("ssl-bundle", "other");
    assertThat(letterbox().port()).isZero();
    start("tls", "required");
    assertThat(letterbox().port()).isZero();
  }
}
