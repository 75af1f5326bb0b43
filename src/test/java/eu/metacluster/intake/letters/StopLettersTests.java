package eu.metacluster.intake.letters;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.platform.web.Language;
import eu.metacluster.screening.Committee;
import eu.metacluster.support.ProductTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Letters about a submission end with one click of a person or of a mail program (RFC 8058). */
@ProductTest
class StopLettersTests {

  private static final Pattern HEADER =
      Pattern.compile("List-Unsubscribe: <https?://[^/]+(/letters/stop/[^>]+)>");

  @Autowired Letters letters;
  @Autowired Submissions submissions;
  @Autowired Receiving receiving;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester mvc;

  private final String number = Committee.number();
  private final String sender = "sender" + number + "@example.org";
  private final String owner = "owner" + number + "@example.org";
  private UUID given;

  @BeforeEach
  void something() {
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.PRACTICE,
            Map.of(Field.TITLE, "Letters " + number, Field.SUMMARY, Committee.CORE),
            "",
            Language.EN,
            false,
            null);
    given = submissions.open(Submission.Way.FORM, typed, new Sender(sender, "", owner));
    letters.confirm(given);
    receiving.receive(given, Instant.now(), Map.of());
    letters.received(given);
  }

  private record Mail(String headers, String body) {}

  private List<Mail> mails(String to) {
    return jdbc.sql(
            "select headers, body from platform.mail where recipient = ? order by created_at, id")
        .param(to)
        .query((row, n) -> new Mail(row.getString(1), row.getString(2)))
        .list();
  }

  private String link(String to) {
    Matcher link = HEADER.matcher(mails(to).getLast().headers());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private MockHttpServletResponse post(String path, String... again) {
    var request = mvc.post().uri(path);
    return (again.length == 0
            ? request.param("List-Unsubscribe", "One-Click")
            : request.param("again", again))
        .exchange()
        .getResponse();
  }

  @Test
  void everyLetterAboutSomethingReceivedCarriesTheHeadersAndSaysWhy() {
    assertThat(mails(sender).getFirst().headers())
        .as("nothing to end before the address is confirmed")
        .doesNotContain("List-Unsubscribe");
    Mail received = mails(sender).getLast();
    assertThat(received.headers())
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        .contains("Auto-Submitted");
    assertThat(received.body()).contains("You get this because", "with one click", link(sender));
    letters.permission(given, "one");
    assertThat(mails(owner).getLast().body()).contains("named this address", link(owner));
  }

  @Test
  void oneRequestOfAMailProgramEndsThemAndOnlyThem() throws Exception {
    String path = link(sender);
    assertThat(mvc.get().uri(path).exchange().getResponse().getContentAsString())
        .contains("Stop these letters?", "Letters " + number);
    letters.declined(given, "one", "Not about cancer.");
    assertThat(mails(sender)).as("looking ends nothing").hasSize(3);

    assertThat(post(path).getContentAsString()).contains("Stopped");
    letters.declined(given, "two", "Not about cancer.");
    letters.question(given, "three", "Which?");
    assertThat(mails(sender)).hasSize(3);
    letters.permission(given, "four");
    assertThat(mails(owner)).as("the owner ended nothing").hasSize(1);

    assertThat(post(path, "yes").getContentAsString()).contains("They come again");
    letters.question(given, "five", "Which?");
    assertThat(mails(sender)).hasSize(4);
  }

  @Test
  void theOwnerIsNotAskedAgainAndAnAlteredLinkEndsNothing() {
    letters.permission(given, "one");
    String path = link(owner);
    String altered = path.substring(0, path.length() - 4) + "AAAA";
    assertThat(post(altered).getStatus()).isEqualTo(410);
    letters.remind(given, "two");
    assertThat(mails(owner)).hasSize(2);
    post(path);
    letters.remind(given, "three");
    letters.stillTrue(given, "four");
    assertThat(mails(owner)).hasSize(2);
  }
}
