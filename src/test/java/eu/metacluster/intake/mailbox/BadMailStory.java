package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people and others send by mistake or on purpose. */
abstract class BadMailStory extends BoxTests {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void aMailInAMailInAMailIsReadAsDeepAsItIsReasonable() throws Exception {
    deliver(mail("Forwarded " + number, "<n3-" + number + "@x>"), nested(2));
    assertThat(read()).isOne();
    assertThat(titles()).containsExactly("Innermost " + number);
    deliver(mail("Forwarded again " + number, "<n40-" + number + "@x>"), nested(40));
    assertThat(read()).isOne();
    assertThat(titles()).as("too deep to be read").hasSize(1);
    assertThat(letters()).as("and answered nevertheless").hasSize(2);
  }

  private MimeMultipart nested(int levels) throws Exception {
    MimeMultipart parts = new MimeMultipart();
    if (levels == 0) {
      parts.addBodyPart(
          TestMails.file(
              "inner.pdf", "application/pdf", TestMails.pdf("Title: Innermost " + number)));
      return parts;
    }
    MimeMessage inner = new MimeMessage(session);
    inner.setSubject("Level " + levels);
    inner.setContent(nested(levels - 1));
    inner.saveChanges();
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(inner, "message/rfc822");
    parts.addBodyPart(part);
    return parts;
  }

  @Test
  void aForgedSenderIsNobody() throws Exception {
    MimeMessage two = mail("From two people", "<two-" + number + "@x>");
    two.addFrom(new InternetAddress[] {new InternetAddress("other@example.org")});
    deliver(two, TestMails.text("We study lung cancer."));
    MimeMessage us = mail("From ourselves", "<us-" + number + "@x>");
    us.setFrom(new InternetAddress("metacluster@localhost"));
    deliver(us, TestMails.text("We study lung cancer."));
    MimeMessage nobody = mail("From nobody", "<no-" + number + "@x>");
    nobody.removeHeader("From");
    deliver(nobody, TestMails.text("We study lung cancer."));
    long before = all();
    assertThat(read()).isEqualTo(3);
    assertThat(all()).isEqualTo(before);
    assertThat(letters()).isEmpty();
  }

  @Test
  void whoNamesAMailOfSomebodyElseDoesNotSpeakForThem() throws Exception {
    deliver(mail("Ours", "<ours-" + number + "@x>"), TestMails.text("We study lung cancer."));
    read();
    MimeMessage foreign = mail("Re: Ours", "<foreign-" + number + "@x>");
    foreign.setFrom(new InternetAddress("foreign" + number + "@example.org"));
    foreign.setHeader("In-Reply-To", "<ours-" + number + "@x>");
    deliver(foreign, TestMails.text("We withdraw it, says somebody else."));
    read();
    assertThat(
            jdbc.sql("select note from intake.submission where id = ?")
                .param(submissions().getFirst())
                .query(String.class)
                .single())
        .doesNotContain("withdraw");
  }

  @Test
  void anAddressThatOnlyLooksLikeAnotherIsLeftAlone() throws Exception {
    long before = all();
    String raw =
        "From: Maria <m\u0430ria"
            + number
            + "@example.org>\r\nSubject: Look-alike\r\nMessage-ID: <h-"
            + number
            + "@x>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nWe study lung cancer.\r\n";
    deliver(raw.getBytes(StandardCharsets.UTF_8));
    assertThat(read()).isOne();
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void aMailWithoutANameOfItsOwnIsTakenOnce() throws Exception {
    byte[] raw =
        ("From: %s\r\nSubject: Nameless %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
                + "We study lung cancer.\r\n")
            .formatted(sender, number)
            .getBytes(StandardCharsets.US_ASCII);
    deliver(raw);
    deliver(raw);
    assertThat(read()).isEqualTo(2);
    assertThat(submissions()).hasSize(1);
    assertThat(letters()).hasSize(1);
  }

  @Test
  void anInvitationIsNoDescription() throws Exception {
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart invitation = new MimeBodyPart();
    invitation.setContent(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
        "text/calendar; method=REQUEST; charset=UTF-8");
    parts.addBodyPart(invitation);
    deliver(mail("Invitation " + number, "<c1-" + number + "@x>"), parts);
    assertThat(read()).isOne();
    assertThat(submissions()).isEmpty();
    assertThat(letters()).as("an answer says what to do").hasSize(1);

    parts.addBodyPart(TestMails.text("Come and hear of our project on lung cancer."));
    deliver(mail("Invitation " + number, "<c2-" + number + "@x>"), parts);
    assertThat(read()).isOne();
    assertThat(submissions()).hasSize(1);
    assertThat(letters()).hasSize(2);
  }

  @Test
  void namesOfAMegabyteAreShortened() throws Exception {
    String name = "n".repeat(MEGABYTE);
    String raw =
        """
        From: %1$s <%2$s>
        Subject: %1$s
        Message-ID: <%1$s@x>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="between"

        --between
        Content-Type: text/plain

        We study lung cancer, see the documents.
        --between
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="%1$s.exe"

        x
        --between--
        """
            .formatted(name, sender)
            .replace("\n", "\r\n");
    deliver(raw.getBytes(StandardCharsets.US_ASCII));
    assertThat(read()).isOne();
    assertThat(submissions()).hasSize(1);
    assertThat(letters()).hasSize(2).allSatisfy(text -> assertThat(text).hasSizeLessThan(5_000));
    assertThat(
            jdbc.sql("select name from intake.person where email = ?")
                .param(sender)
                .query(String.class)
                .single())
        .hasSizeLessThanOrEqualTo(200);
    assertThat(titles()).allSatisfy(title -> assertThat(title).hasSizeLessThanOrEqualTo(500));
  }

  @Test
  void aPartThatIsTooLargeIsNamedAndTheOthersAreRead() throws Exception {
    MimeMultipart parts = new MimeMultipart();
    parts.addBodyPart(TestMails.file("huge.pdf", "application/pdf", new byte[26 * MEGABYTE]));
    parts.addBodyPart(
        TestMails.file("small.pdf", "application/pdf", TestMails.pdf("Title: Small " + number)));
    deliver(mail("Large " + number, "<l-" + number + "@x>"), parts);
    assertThat(read()).isOne();
    assertThat(titles()).containsExactly("Small " + number);
    assertThat(String.join("\n", letters())).contains("huge.pdf").doesNotContain("small.pdf");
  }

  @Test
  void onlyTheOwnServersWordOnForgedSendersCounts() throws Exception {
    Message mail = mail("x", "<x@x>");
    mail.addHeader("Authentication-Results", "mx.other.test; dmarc=fail");
    assertThat(Forged.is(mail, "mx.ours.test")).isFalse();
    assertThat(Forged.is(mail, "")).isFalse();
    assertThat(Forged.is(mail, "mx.other.test")).isTrue();
    Message passed = mail("x", "<x@x>");
    passed.addHeader("Authentication-Results", "mx.ours.test;\r\n\tdkim=pass header.d=x; spf=fail");
    assertThat(Forged.is(passed, "MX.ours.test")).as("forwarded, but signed").isFalse();
    Message failed = mail("x", "<x@x>");
    failed.addHeader("Authentication-Results", "mx.ours.test; spf=fail smtp.mailfrom=x");
    assertThat(Forged.is(failed, "mx.ours.test")).isTrue();
  }

  private List<String> titles() {
    return jdbc.sql(
            """
            select c.value from grid.claim c join intake.submission s on s.record = c.record
            join intake.person p on p.submission = s.id
            where p.email = ? and c.field = 'title'""")
        .param(sender)
        .query(String.class)
        .list();
  }

  private long all() {
    return jdbc.sql("select count(*) from intake.submission").query(Long.class).single();
  }
}
