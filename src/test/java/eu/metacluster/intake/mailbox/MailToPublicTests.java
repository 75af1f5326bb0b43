package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.Windows;
import eu.metacluster.screening.clock.Punctuality;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.ProductTest;
import jakarta.activation.DataHandler;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A member sends a mail with a PDF about a project, and hears back at every step until it is
 * public.
 */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class MailToPublicTests {

  private static final String TO = "intake@metacluster.test";

  @Autowired MailboxReading reading;
  @Autowired Committee committee;
  @Autowired Punctuality punctuality;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
  private final Session session = Session.getInstance(new Properties());
  private final String number = Committee.number();
  private final String sender = "member" + number + "@example.org";
  private final String grant = "1" + number.substring(0, 8);
  private final String title = "Liquid biopsy guides lung cancer care in region " + number;

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void fromTheMailToThePublicPage() throws Exception {
    String other = Committee.number();
    committee.propose(
        committee.origin(), Committee.project(other, "LIKE" + other, title, Committee.CORE));
    send();
    assertThat(link("/status/")).startsWith("/status/");
    committee.settle();
    Page page = new Browser(port).window(true, 1280, ColorScheme.LIGHT);
    try (Windows windows = new Windows(port)) {
      page.navigate(link("/status/"));
      assertThat(page.innerText("main"))
          .contains("The committee decides")
          .containsPattern("working days? left");
      Axe.check(page);

      Page reviewer = windows.open(committee.ada);
      String handle = handle();
      reviewer.navigate("/queue/" + handle);
      String seen = reviewer.innerText("main");
      assertThat(seen).contains("Handed in by mail", title, grant, "LIKE" + other);
      assertThat(seen).contains("ctDNA");
      reviewer.locator("label.sc-verdict-authorise").click();
      reviewer.locator("input[name=in]").first().check();
      reviewer.locator(".sc-confirm button").click();
      reviewer.waitForCondition(() -> outcome(handle).equals("authorise"));
      committee.settle();

      page.navigate(link("/permission/"));
      assertThat(page.innerText("main")).contains(title);
      page.getByText("Yes, show it").click();
      assertThat(page.innerText("main")).contains("You permitted it on");
      committee.settle();
      assertThat(letters().getLast()).contains("is on the public grid now");
      page.navigate(link("/projects/"));
      assertThat(page.locator("h1").innerText()).contains(title);
      page.navigate(link("/status/"));
      assertThat(page.innerText("main")).contains("It is public");
      page.navigate("/how-fast");
      assertThat(page.innerText("main")).contains("Median", "Worst");
      Axe.check(page);
      Punctuality.Figures year = punctuality.year();
      String figures =
          "%.1f / %.1f days"
              .formatted(
                  Objects.requireNonNull(year.median()), Objects.requireNonNull(year.worst()));
      page.waitForCondition(
          () -> {
            page.navigate("/");
            return page.innerText("main").contains(figures);
          });
      assertThat(year.decided()).as("this one counts").isPositive();
    } finally {
      page.context().close();
    }
  }

  private String handle() {
    return jdbc.sql(
            """
            select c.handle from screening.case c join screening.case_member m on m.case_id = c.id
            join intake.submission s on s.record = m.record
            join intake.person p on p.submission = s.id where p.email = ?""")
        .param(sender)
        .query(String.class)
        .single();
  }

  private String outcome(String handle) {
    return jdbc.sql("select coalesce(outcome, '') from screening.case where handle = ?")
        .param(handle)
        .query(String.class)
        .single();
  }

  private List<String> letters() {
    return jdbc.sql("select body from platform.mail where recipient = ? order by created_at, id")
        .param(sender)
        .query(String.class)
        .list();
  }

  private String link(String begin) {
    Pattern link = Pattern.compile("https?://[^/\\s]+(" + begin + "\\S+)");
    for (String letter : letters().reversed()) {
      Matcher found = link.matcher(letter);
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new AssertionError("no " + begin + " in " + letters());
  }

  private void send() throws Exception {
    GreenMailUser box = server.setUser(TO, "intake", "secret");
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(sender, "Maria"));
    mail.setRecipients(Message.RecipientType.TO, TO);
    mail.setSubject("Our project");
    MimeBodyPart words = new MimeBodyPart();
    words.setText("Dear all, here is our project.\n\nMaria", "UTF-8");
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(new DataHandler(new ByteArrayDataSource(pdf(), "application/pdf")));
    file.setFileName("project.pdf");
    mail.setContent(new MimeMultipart(words, file));
    mail.saveChanges();
    box.deliver(mail);
    try (Store store = session.getStore("imap")) {
      store.connect("127.0.0.1", server.getImap().getPort(), "intake", "secret");
      try (Folder folder = store.getFolder("INBOX")) {
        folder.open(Folder.READ_WRITE);
        assertThat(reading.read(folder)).isEqualTo(1);
      }
    }
  }

  private byte[] pdf() throws Exception {
    try (PDDocument document = new PDDocument()) {
      PDPage sheet = new PDPage();
      document.addPage(sheet);
      try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        for (String line :
            List.of(
                "Title: " + title,
                "Grant agreement number: " + grant,
                "We sequence ctDNA of lung cancer patients to select the targeted therapy.")) {
          content.showText(line);
          content.newLineAtOffset(0, -20);
        }
        content.endText();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
