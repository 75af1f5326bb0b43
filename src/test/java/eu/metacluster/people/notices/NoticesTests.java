package eu.metacluster.people.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.people.Token;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** People hear of things as often as they chose, once, and stop it from the mail itself. */
@ProductTest
class NoticesTests {

  private static final String TOPIC = "harvest.topic.alarms";

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Notices notices;
  @Autowired NoticeMails mails;
  @Autowired TransactionTemplate transaction;

  private Identity person;
  private String address;

  @BeforeEach
  void person() {
    person = new Persons(jdbc).with(Role.COORDINATOR);
    address = person.account() + "@coordinator.test";
  }

  @Test
  void anUrgentTopicIsMailedAtOnceWithTheReasonAndTheWayToStopIt() {
    tell("Alpha");
    String headers = mail("headers");
    assertThat(headers)
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        .contains("List-Unsubscribe: <http");
    assertThat(mail("body"))
        .contains("because you look after the sources")
        .contains("/notices/stop/");
  }

  @Test
  void oneRequestStopsATopicWithoutSigningInAndLookingStopsNothing() {
    tell("Alpha");
    String path = stopPath();
    assertThat(mvc.get().uri(path).exchange().getResponse().getStatus()).isEqualTo(200);
    tell("Beta");
    assertThat(mails()).isEqualTo(2);
    MockHttpServletResponse answer =
        mvc.post().uri(path).param("List-Unsubscribe", "One-Click").exchange().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    tell("Gamma");
    mails.work();
    assertThat(mails()).isEqualTo(2);
    assertThat(page("/notices")).contains("Gamma").contains("only here");
    mvc.post().uri(path).param("again", "yes").exchange();
    tell("Delta");
    assertThat(mails()).isEqualTo(3);
  }

  @Test
  void anAlteredStopLinkStopsNothing() {
    MockHttpServletResponse answer =
        mvc.post().uri("/notices/stop/" + Token.fresh()).exchange().getResponse();
    assertThat(answer.getStatus()).isEqualTo(410);
  }

  @Test
  void aDigestCarriesAllThatWaitedInOneMailAndNothingTwice() {
    choose("WEEKLY");
    tell("Alpha");
    tell("Beta");
    mails.work();
    assertThat(mails()).isZero();
    due();
    mails.work();
    mails.work();
    assertThat(mails()).isOne();
    assertThat(mail("body")).contains("Alpha").contains("Beta").contains("2 things");
    assertThat(mail("subject")).startsWith("2 notices");
  }

  @Test
  void aDigestThatIsCutOffIsMadeAgainAsAWhole() {
    choose("WEEKLY");
    tell("Alpha");
    due();
    transaction.executeWithoutResult(
        status -> {
          mails.send(List.of(person.account()));
          status.setRollbackOnly();
        });
    assertThat(mails()).isZero();
    mails.work();
    assertThat(mails()).isOne();
  }

  @Test
  void aNoticeThatCannotBeDeliveredIsSeenByItsOwnerAndTheCoordinator() {
    tell("Alpha");
    jdbc.sql(
            """
            update platform.mail set last_error = 'no such mailbox', given_up_at = now()
            where recipient = ?
            """)
        .param(address)
        .update();
    assertThat(page("/notices")).contains("Could not be delivered");
    assertThat(page("/desk")).contains("is your address right?");
    assertThat(page("/notices/undelivered")).contains("no such mailbox").contains(address);
  }

  @Test
  void digestsComeOnTheChosenDayAndNeverInQuietHours() {
    ZonedDateTime wednesdayNight =
        ZonedDateTime.parse("2026-11-18T23:30:00+01:00[Europe/Brussels]");
    Settings settings = new Settings(DayOfWeek.FRIDAY, 22, 9);
    assertThat(settings.due(Frequency.AT_ONCE, wednesdayNight)).isEqualTo("2026-11-19T08:00:00Z");
    assertThat(settings.due(Frequency.WEEKLY, wednesdayNight)).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(Settings.USUAL.due(Frequency.WEEKLY, wednesdayNight))
        .isEqualTo("2026-11-23T07:00:00Z");
    assertThat(Settings.USUAL.due(Frequency.DAILY, wednesdayNight))
        .isEqualTo("2026-11-19T07:00:00Z");
    assertThat(settings.due(Frequency.NEVER, wednesdayNight)).isNull();
    assertThat(new Settings(DayOfWeek.MONDAY, 12, 14).due(Frequency.AT_ONCE, wednesdayNight))
        .isEqualTo(wednesdayNight.toInstant());
  }

  private void tell(String source) {
    transaction.executeWithoutResult(
        status ->
            notices.tell(
                List.of(person.account()),
                TOPIC,
                "/sources",
                "harvest.mail.alarm.subject.silent",
                "harvest.mail.alarm.text.silent",
                source,
                "http://localhost/sources/1",
                "",
                ""));
  }

  private void choose(String often) {
    mvc.post()
        .uri("/account/notices")
        .param("often." + TOPIC, often)
        .with(csrf())
        .with(authentication(person.authentication()))
        .exchange();
  }

  private void due() {
    jdbc.sql("update people.notice set due_at = now() where account = ?")
        .param(person.account())
        .update();
  }

  private String page(String path) {
    try {
      return mvc.get()
          .uri(path)
          .with(authentication(person.authentication()))
          .exchange()
          .getResponse()
          .getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private long mails() {
    return jdbc.sql("select count(*) from platform.mail where recipient = ?")
        .param(address)
        .query(Long.class)
        .single();
  }

  private String mail(String column) {
    return jdbc.sql(
            "select " + column + " from platform.mail where recipient = ? order by id limit 1")
        .param(address)
        .query(String.class)
        .single();
  }

  private String stopPath() {
    Matcher path = Pattern.compile("/notices/stop/[^>]+").matcher(mail("headers"));
    assertThat(path.find()).isTrue();
    return path.group();
  }
}
