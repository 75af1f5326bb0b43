package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.support.ProductTest;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails through a real IMAP server: what becomes a case, what is left alone, what is refused. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class MailboxTests {

  @Autowired MailboxReading reading;
  @Autowired Committee committee;
  @Autowired JdbcClient jdbc;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
  private final Session session = Session.getInstance(new Properties());
  private GreenMailUser box;
  private final String number = Committee.number();
  private final String sender = "sender" + number + "@example.org";

  @BeforeEach
  void start() {
    server.start();
    box = server.setUser("intake@metacluster.test", "intake", "secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMailWithAPdfBecomesACaseOnceAndItsSenderGetsTheDay() throws Exception {
    MimeMessage mail = mail("New project", "<" + number + "@example.org>");
    MimeMultipart parts = new MimeMultipart();
    parts.addBodyPart(text("Dear all, here is our project.\n\nMaria"));
    parts.addBodyPart(
        file(
            "project.pdf",
            "application/pdf",
            pdf(
                "Title: Liquid biopsy for " + number,
                "Grant agreement number: 101" + number.substring(0, 6),
                "We follow ctDNA.")));
    deliver(mail, parts);
    deliver(mail, parts);

    assertThat(read()).isEqualTo(2);
    assertThat(read()).isZero();
    committee.settle();

    assertThat(submissions()).hasSize(1);
    assertThat(
            jdbc.sql("select title from screening.case where title like ?")
                .param("%" + number)
                .query(String.class)
                .list())
        .containsExactly("Liquid biopsy for " + number);
    assertThat(
            jdbc.sql(
                    """
                    select evidence from grid.claim c join intake.submission s on s.record = c.record
                    join intake.person p on p.submission = s.id
                    where p.email = ? and c.field = 'grant'""")
                .param(sender)
                .query(String.class)
                .single())
        .contains("Grant agreement number");
    assertThat(letters()).hasSize(1).first().asString().contains("/status/");
  }

  @Test
  void aReplyStaysWithWhatItIsAbout() throws Exception {
    deliver(
        mail("Our project " + number, "<a" + number + "@x>"), text("We do it for lung cancer."));
    read();
    String letter = letters().getFirst();
    deliver(
        mail("Re: Received", "<b" + number + "@x>"),
        text("One more thing: it ends in 2027.\n\n> " + letter.replace("\n", "\n> ")));
    read();
    assertThat(submissions()).hasSize(1);
    assertThat(
            jdbc.sql("select note from intake.submission where id = ?")
                .param(submissions().getFirst())
                .query(String.class)
                .single())
        .isEqualTo("One more thing: it ends in 2027.");
  }

  @Test
  void machinesGetNoAnswer() throws Exception {
    for (Map.Entry<String, String> header :
        Map.of(
                "Auto-Submitted", "auto-replied",
                "Precedence", "bulk",
                "List-Id", "<list.example.org>",
                "Return-Path", "<>")
            .entrySet()) {
      MimeMessage mail = mail("Out of office", "<" + header.getKey() + number + "@x>");
      mail.setHeader(header.getKey(), header.getValue());
      deliver(mail, text("I am away."));
    }
    assertThat(read()).isEqualTo(4);
    assertThat(submissions()).isEmpty();
    assertThat(letters()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsRefusedWithAnAnswerAndNothingLeavesTheMailbox() throws Exception {
    MimeMultipart parts = new MimeMultipart();
    parts.addBodyPart(text("See the documents."));
    parts.addBodyPart(file("locked.pdf", "application/pdf", locked()));
    parts.addBodyPart(file("winmail.dat", "application/ms-tnef", new byte[] {0x78, (byte) 0x9f}));
    parts.addBodyPart(file("tool.txt", "text/plain", "MZ\0\0".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 500; i++) {
      parts.addBodyPart(file("n" + i + ".txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
    }
    deliver(mail("Documents " + number, ""), parts);
    assertThat(read()).isEqualTo(1);
    assertThat(submissions()).hasSize(1);
    assertThat(String.join("\n", letters())).contains("locked.pdf", "winmail.dat", "tool.txt");
    try (Store store = open();
        Folder folder = store.getFolder("INBOX")) {
      folder.open(Folder.READ_ONLY);
      assertThat(folder.getMessageCount()).isEqualTo(1);
    }
  }

  @Test
  void textIsReadFromDocxAndOdt() throws Exception {
    byte[] docx =
        zip(
            "word/document.xml",
            "<w:document xmlns:w='w'><w:p><w:t>Made by hand</w:t></w:p></w:document>");
    byte[] odt = zip("content.xml", "<a xmlns:text='t'><text:p>Also by hand</text:p></a>");
    assertThat(PartText.ofZip(docx, "word/document.xml")).isEqualTo("Made by hand");
    assertThat(PartText.ofZip(odt, "content.xml")).isEqualTo("Also by hand");
    assertThat(PartText.ofHtml("<p>One</p><script>x()</script><p>Two</p>"))
        .contains("One", "Two")
        .doesNotContain("x()");
  }

  @Test
  void oddHeadersDoNoHarm() throws Exception {
    String raw =
        "From: Zo\u00eb <"
            + sender
            + ">\r\nSubject: Caf\u00e9 "
            + number
            + "\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=nonsense\r\n\r\nNous parlons pour les patients dans le projet.";
    box.deliver(
        new MimeMessage(
            session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1))));
    assertThat(read()).isEqualTo(1);
    assertThat(submissions()).hasSize(1);
    assertThat(letters().getFirst()).contains("Bonjour");
  }

  private int read() throws Exception {
    try (Store store = open();
        Folder folder = store.getFolder("INBOX")) {
      folder.open(Folder.READ_WRITE);
      return reading.read(folder);
    }
  }

  private Store open() throws Exception {
    Store store = session.getStore("imap");
    store.connect("127.0.0.1", server.getImap().getPort(), "intake", "secret");
    return store;
  }

  private List<java.util.UUID> submissions() {
    return jdbc.sql("select submission from intake.person where email = ?")
        .param(sender)
        .query(java.util.UUID.class)
        .list();
  }

  private List<String> letters() {
    return jdbc.sql("select body from platform.mail where recipient = ? order by created_at")
        .param(sender)
        .query(String.class)
        .list();
  }

  private MimeMessage mail(String subject, String id) throws Exception {
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws jakarta.mail.MessagingException {
            if (!id.isEmpty()) {
              setHeader("Message-ID", id);
            }
          }
        };
    mail.setFrom(new InternetAddress(sender, "Maria"));
    mail.setRecipients(Message.RecipientType.TO, "intake@metacluster.test");
    mail.setSubject(subject);
    return mail;
  }

  private void deliver(MimeMessage mail, Object content) throws Exception {
    if (content instanceof MimeMultipart parts) {
      mail.setContent(parts);
    } else if (content instanceof MimeBodyPart part) {
      mail.setText(part.getContent().toString(), "UTF-8");
    }
    mail.saveChanges();
    box.deliver(mail);
  }

  private static MimeBodyPart text(String text) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8");
    return part;
  }

  private static MimeBodyPart file(String name, String type, byte[] bytes) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new jakarta.activation.DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setFileName(name);
    return part;
  }

  private static byte[] pdf(String... lines) throws Exception {
    try (PDDocument document = new PDDocument()) {
      write(document, lines);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(PDDocument document, String... lines) throws Exception {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.newLineAtOffset(50, 700);
      for (String line : lines) {
        content.showText(line);
        content.newLineAtOffset(0, -20);
      }
      content.endText();
    }
  }

  private static byte[] locked() throws Exception {
    try (PDDocument document = new PDDocument()) {
      write(document, "Secret");
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] zip(String name, String content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
