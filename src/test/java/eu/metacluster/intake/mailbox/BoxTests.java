package eu.metacluster.intake.mailbox;

import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.support.DovecotServer;
import eu.metacluster.support.ProductTest;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** A person who writes to a mailbox, and what can be seen of what became of it. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
abstract class BoxTests {

  @Autowired MailboxReading reading;
  @Autowired Committee committee;
  @Autowired JdbcClient jdbc;

  final Session session = Session.getInstance(new Properties());
  final String number = Committee.number();
  final String sender = "sender" + number + "@example.org";
  MailBox box;

  abstract MailBox start() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    box = start();
  }

  @AfterEach
  void end() {
    if (box != null) {
      box.close();
    }
  }

  int read() throws Exception {
    try (Store store = open();
        Folder folder = store.getFolder("INBOX")) {
      folder.open(Folder.READ_WRITE);
      return reading.read(folder);
    }
  }

  Store open() throws Exception {
    Store store = Session.getInstance(settings().properties()).getStore("imap");
    store.connect("127.0.0.1", box.port(), DovecotServer.USER, DovecotServer.PASSWORD);
    return store;
  }

  /** What a mailbox is told of this server; names and values of further settings in turn. */
  MailboxSettings settings(String... more) {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("metacluster.mailbox.host", "127.0.0.1")
            .withProperty("metacluster.mailbox.port", Integer.toString(box.port()))
            .withProperty("metacluster.mailbox.protocol", "imap")
            .withProperty("metacluster.mailbox.user", DovecotServer.USER)
            .withProperty("metacluster.mailbox.password", DovecotServer.PASSWORD);
    for (int i = 0; i < more.length; i += 2) {
      environment.setProperty("metacluster.mailbox." + more[i], more[i + 1]);
    }
    return new MailboxSettings(environment);
  }

  List<UUID> submissions() {
    return jdbc.sql("select submission from intake.person where email = ?")
        .param(sender)
        .query(UUID.class)
        .list();
  }

  List<String> letters() {
    return jdbc.sql("select body from platform.mail where recipient = ? order by created_at, id")
        .param(sender)
        .query(String.class)
        .list();
  }

  /**
   * @param id its Message-ID; empty for none
   */
  MimeMessage mail(String subject, String id) throws Exception {
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            if (!id.isEmpty()) {
              setHeader("Message-ID", id);
            }
          }
        };
    mail.setFrom(new InternetAddress(sender, "Maria"));
    mail.setRecipients(Message.RecipientType.TO, DovecotServer.USER);
    mail.setSubject(subject);
    return mail;
  }

  void deliver(MimeMessage mail, Object content) throws Exception {
    if (content instanceof MimeMultipart parts) {
      mail.setContent(parts);
    } else if (content instanceof MimeBodyPart part) {
      mail.setText(part.getContent().toString(), "UTF-8");
    }
    mail.saveChanges();
    append(mail);
  }

  void deliver(byte[] raw) throws Exception {
    append(new MimeMessage(session, new ByteArrayInputStream(raw)));
  }

  private void append(MimeMessage mail) throws Exception {
    try (Store store = open()) {
      store.getFolder("INBOX").appendMessages(new Message[] {mail});
    }
  }
}
