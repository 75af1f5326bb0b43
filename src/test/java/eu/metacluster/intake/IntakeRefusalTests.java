package eu.metacluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.RecordState;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.clock.Pauses;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.ProductTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input, links that do not serve, two at once, and corrections of what is public. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class IntakeRefusalTests {

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Pauses pauses;
  @Autowired JdbcClient jdbc;
  @Autowired Ways ways;
  @LocalServerPort int port;

  private final String number = Committee.number();
  private final String email = "bad" + number + "@example.org";
  private HttpPerson person;

  @BeforeEach
  void open() {
    person = new HttpPerson("http://localhost:" + port);
  }

  @AfterEach
  void close() {
    person.close();
  }

  @Test
  void alteredForeignAndMadeUpLinksAreGone() throws Exception {
    UUID nobody = UUID.randomUUID();
    String status = ways.path(Purpose.STATUS, nobody);
    String altered = status.substring(0, status.length() - 2) + "AA";
    for (String link :
        new String[] {
          status,
          altered,
          "/status/x",
          "/add/confirm/" + ways.token(Purpose.STATUS, nobody),
          "/permission/" + "A".repeat(64),
          "/still-true/%00",
          "/add/draft/../x"
        }) {
      assertThat(person.get(link).statusCode()).as(link).isIn(400, 404, 410);
    }
  }

  @Test
  void aHugeNameAndAForeignAddressAreSaidBesideTheFieldAndTheDraftIsKept() throws Exception {
    HttpResponse<String> answer =
        person.post(
            "/add/project",
            "/add/project",
            "do",
            "send",
            "title",
            "x".repeat(1_000_000),
            "summary",
            "<script>alert(1)</script>",
            "email",
            "m\u0430ria@example.org",
            "url",
            "javascript:alert(1)",
            "startDate",
            "2026-02-31",
            "agreed",
            "yes");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("title-error", "email-error", "url-error", "startDate-error")
        .contains("&lt;script")
        .doesNotContain("<script>alert");
    assertThat(answer.body().length()).isLessThan(100_000);
  }

  @Test
  void aProgramThatFillsTheTrapIsToldNothingAndKeptNowhere() throws Exception {
    HttpResponse<String> answer =
        person.post(
            "/add/project",
            "/add/project",
            "do",
            "send",
            "title",
            "Trap " + number,
            "email",
            email,
            "website",
            "https://spam.example");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            jdbc.sql("select count(*) from intake.submission where facts like ?")
                .param("%Trap " + number + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void twoWhoConfirmAtOnceReceiveItOnce() throws Exception {
    String link = send("Twice " + number);
    try (var two = Executors.newFixedThreadPool(2)) {
      Callable<Integer> confirm =
          () -> {
            try (HttpPerson one = new HttpPerson("http://localhost:" + port)) {
              return one.post(link, "/add/project").statusCode();
            }
          };
      Future<Integer> first = two.submit(confirm);
      Future<Integer> second = two.submit(confirm);
      assertThat(first.get()).isEqualTo(200);
      assertThat(second.get()).isEqualTo(200);
    }
    committee.settle();
    assertThat(
            jdbc.sql("select count(*) from screening.case where title = ?")
                .param("Twice " + number)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(new Post(jdbc).to(email).stream().filter(letter -> letter.startsWith("Received")))
        .hasSize(1);
  }

  @Test
  void theSendersAddressIsErasedAndNowhereElse() throws Exception {
    person.post(send("Forget " + number), "/add/project");
    String status = new Post(jdbc).link(email, "/status/");
    assertThat(person.post(status + "/forget", status).statusCode()).isEqualTo(200);
    assertThat(
            jdbc.sql("select count(*) from intake.person where email = ?")
                .param(email)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select count(*) from journal.entry where data like ?")
                .param("%" + email + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aCorrectionIsACaseAndChangesThePageOnlyWhenItIsAuthorised() throws Exception {
    CaseFile file = committee.newCase();
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    String path = committee.record(file).path();
    String page = "/correct?record=" + path;
    HttpResponse<String> nothing =
        person.post(
            "/correct",
            page,
            "record",
            path,
            "do",
            "send",
            "title",
            committee.record(file).title(),
            "summary",
            Committee.CORE,
            "startDate",
            "2024-05-01",
            "email",
            email,
            "agreed",
            "yes");
    assertThat(nothing.statusCode()).isEqualTo(400);
    HttpResponse<String> sent =
        person.post(
            "/correct",
            page,
            "record",
            path,
            "do",
            "send",
            "title",
            committee.record(file).title(),
            "summary",
            Committee.CORE,
            "acronym",
            "NEW" + number,
            "email",
            email,
            "agreed",
            "yes");
    assertThat(sent.statusCode()).isEqualTo(200);
    person.post(new Post(jdbc).link(email, "/add/confirm/"), "/add/project");
    committee.settle();
    assertThat(committee.record(file).acronym()).isNotEqualTo("NEW" + number);

    UUID candidate =
        jdbc.sql("select record from intake.submission where target = ? and state = 'received'")
            .param(file.lead())
            .query(UUID.class)
            .single();
    CaseFile correction =
        jdbc.sql(
                """
                select c.handle from screening.case c join screening.case_member m
                  on m.case_id = c.id where m.record = ?""")
            .param(candidate)
            .query(String.class)
            .optional()
            .map(committee::byHandle)
            .orElseThrow();
    deciding.vote(committee.ada, correction.handle(), Committee.authorise(correction));
    committee.settle();
    assertThat(committee.record(file).acronym()).isEqualTo("NEW" + number);
    assertThat(committee.record(file).state()).isEqualTo(RecordState.PUBLISHED);

    deciding.undo(committee.chief, correction.handle());
    assertThat(committee.record(file).acronym()).isNotEqualTo("NEW" + number);
  }

  @Test
  void aClockIsStoppedWithAReasonOnlyAndTheSenderReadsIt() throws Exception {
    person.post(send("Clock " + number), "/add/project");
    committee.settle();
    CaseFile file =
        committee.byHandle(
            jdbc.sql("select handle from screening.case where title = ?")
                .param("Clock " + number)
                .query(String.class)
                .single());
    pauses.stop(committee.ada.account(), file.id(), file.lead(), "We wait for the call's text.");
    committee.settle();
    String status = new Post(jdbc).link(email, "/status/");
    assertThat(person.get(status).body()).contains("We wait for the call");
    assertThat(new Post(jdbc).to(email).getFirst()).contains("We wait for the call's text.");
    pauses.start(committee.ada.account(), file.id(), file.lead());
    assertThat(person.get(status).body()).contains("promised until");
  }

  private String send(String title) throws Exception {
    HttpResponse<String> answer =
        person.post(
            "/add/project",
            "/add/project",
            "do",
            "send",
            "title",
            title,
            "summary",
            Committee.CORE,
            "email",
            email,
            "own",
            "yes",
            "agreed",
            "yes");
    assertThat(answer.statusCode()).isEqualTo(200);
    return new Post(jdbc).link(email, "/add/confirm/");
  }
}
