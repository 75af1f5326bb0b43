package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes a case, what is left alone, what is refused; the same whatever the server. */
abstract class MailStory extends BoxTests {

  @Test
  void aMailWithAPdfBecomesACaseOnceAndItsSenderGetsTheDay() throws Exception {
    MimeMessage mail = mail("New project", "<" + number + "@example.org>");
    MimeMultipart parts = new MimeMultipart();
    parts.addBodyPart(TestMails.text("Dear all, here is our project.\n\nMaria"));
    parts.addBodyPart(
        TestMails.file(
            "project.pdf",
            "application/pdf",
            TestMails.pdf(
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
        mail("Our project " + number, "<a" + number + "@x>"),
        TestMails.text("We do it for lung cancer."));
    read();
    String letter = letters().getFirst();
    deliver(
        mail("Re: Received", "<b" + number + "@x>"),
        TestMails.text("One more thing: it ends in 2027.\n\n> " + letter.replace("\n", "\n> ")));
    read();
    MimeMessage named = mail("Re: Our project", "<c" + number + "@x>");
    named.setHeader("References", "<a" + number + "@x>");
    deliver(named, TestMails.text("And it began in 2024."));
    read();
    assertThat(submissions()).hasSize(1);
    assertThat(
            jdbc.sql("select note from intake.submission where id = ?")
                .param(submissions().getFirst())
                .query(String.class)
                .single())
        .isEqualTo("One more thing: it ends in 2027.\n\nAnd it began in 2024.");
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
      deliver(mail, TestMails.text("I am away."));
    }
    assertThat(read()).isEqualTo(4);
    assertThat(submissions()).isEmpty();
    assertThat(letters()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsRefusedWithAnAnswerAndNothingLeavesTheMailbox() throws Exception {
    MimeMultipart parts = new MimeMultipart();
    parts.addBodyPart(TestMails.text("See the documents."));
    parts.addBodyPart(TestMails.file("locked.pdf", "application/pdf", TestMails.locked()));
    parts.addBodyPart(
        TestMails.file("winmail.dat", "application/ms-tnef", new byte[] {0x78, (byte) 0x9f}));
    parts.addBodyPart(
        TestMails.file("tool.txt", "text/plain", "MZ\0\0".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 500; i++) {
      parts.addBodyPart(
          TestMails.file("n" + i + ".txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
    }
    deliver(mail("Documents " + number, ""), parts);
    assertThat(read()).isEqualTo(1);
    assertThat(submissions()).hasSize(1);
    assertThat(String.join("\n", letters())).contains("locked.pdf", "winmail.dat", "tool.txt");
    try (Store store = open();
        Folder folder = store.getFolder("INBOX")) {
      folder.open(Folder.READ_ONLY);
      assertThat(folder.getMessageCount()).isEqualTo(1);
      assertThat(folder.getMessage(1).getFlags().getUserFlags()).contains(MailboxReading.FLAG);
      assertThat(folder.getMessage(1).isSet(Flags.Flag.DELETED)).isFalse();
    }
  }

  @Test
  void textIsReadFromDocxAndOdt() throws Exception {
    byte[] docx =
        TestMails.zip(
            "word/document.xml",
            "<w:document xmlns:w='w'><w:p><w:t>Made by hand</w:t></w:p></w:document>");
    byte[] odt =
        TestMails.zip("content.xml", "<a xmlns:text='t'><text:p>Also by hand</text:p></a>");
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
    deliver(raw.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read()).isEqualTo(1);
    assertThat(submissions()).hasSize(1);
    assertThat(letters().getFirst()).contains("Bonjour");
  }
}
