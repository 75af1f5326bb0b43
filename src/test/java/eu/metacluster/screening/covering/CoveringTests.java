package eu.metacluster.screening.covering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import eu.metacluster.people.HeldRoles;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Settings;
import eu.metacluster.screening.interests.Interests;
import eu.metacluster.screening.queue.Assignments;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever is away hands cases to another, who decides in the own name, and gets them back. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class CoveringTests {

  @Autowired Committee committee;
  @Autowired Covering covering;
  @Autowired Assignments assignments;
  @Autowired Interests interests;
  @Autowired Deciding deciding;
  @Autowired Settings settings;
  @Autowired HeldRoles roles;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester mvc;
  @LocalServerPort int port;

  private Persons persons;
  private Identity ada;
  private Identity ben;
  private Identity eve;
  private LocalDate today;
  private CaseFile file;

  @BeforeEach
  void aCaseOfAda() {
    persons = new Persons(jdbc);
    ada = persons.with(Role.COMMITTEE);
    ben = persons.with(Role.COMMITTEE);
    eve = persons.with(Role.COMMITTEE);
    jdbc.sql("update people.account set name = 'Ada Away' where id = ?")
        .param(ada.account())
        .update();
    jdbc.sql("update people.account set name = 'Ben Standing' where id = ?")
        .param(ben.account())
        .update();
    today = roles.today();
    file = committee.newCase();
    assignments.give(ada.account(), file.handle(), ada.account());
  }

  @AfterEach
  void onePerson() {
    settings.twoPerson(committee.chief.account(), false);
  }

  private void away(Identity who, Identity standIn, int from, int to) {
    covering.declare(who.account(), standIn.account(), today.plusDays(from), today.plusDays(to));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(what)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private Assignments.Holder holder(CaseFile of) {
    return Objects.requireNonNull(assignments.holder(of));
  }

  private List<String> entries(String kind, UUID subject) {
    return jdbc.sql("select data from journal.entry where kind = ? and subject = ? order by seq")
        .params(kind, subject)
        .query(String.class)
        .list();
  }

  @Test
  void casesGoToTheStandInForTheseDaysAndComeBackByThemselves() {
    away(ada, ben, 1, 3);
    assertThat(holder(file).reviewer()).as("not yet").isEqualTo(ada.account());
    assignments.handOver(today.plusDays(1));
    assertThat(holder(file).reviewer()).isEqualTo(ben.account());
    assignments.handOver(today.plusDays(3));
    assertThat(holder(file).reviewer()).as("the last day").isEqualTo(ben.account());
    assignments.handOver(today.plusDays(4));
    assertThat(holder(file).reviewer()).as("back").isEqualTo(ada.account());
    assertThat(entries("screening.case-assigned", file.id()))
        .satisfiesExactly(
            first -> assertThat(first).contains(ada.account().toString()),
            there ->
                assertThat(there)
                    .contains("\"to\":\"" + ben.account(), "\"for\":\"" + ada.account()),
            back -> assertThat(back).contains("\"to\":\"" + ada.account()).doesNotContain("for"));
    assertThat(entries("screening.absence-declared", ada.account()))
        .singleElement()
        .asString()
        .contains(ben.account().toString())
        .doesNotContain("Ada");
  }

  @Test
  void aCoordinatorSaysThatSomebodyElseIsAwayOnTheRecordAndBothAreTold() throws Exception {
    Identity chief = persons.with(Role.COORDINATOR);
    try (HttpPerson coordinator = new HttpPerson("http://localhost:" + port);
        HttpPerson member = new HttpPerson("http://localhost:" + port)) {
      coordinator.signIn(persons.link(chief));
      String page = "/queue/away";
      assertThat(coordinator.get(page).body()).contains("Somebody else is away");
      String[] form = {
        "who", ada.account().toString(),
        "standIn", ben.account().toString(),
        "from", today.toString(),
        "to", today.plusDays(5).toString()
      };
      assertThat(coordinator.post(page, page, form).statusCode()).isEqualTo(200);
      assertThat(holder(file).reviewer()).isEqualTo(ben.account());
      assertThat(
              jdbc.sql(
                      """
                      select actor from journal.entry where kind = 'screening.absence-declared'
                      and subject = ?""")
                  .param(ada.account())
                  .query(UUID.class)
                  .single())
          .isEqualTo(chief.account());
      assertThat(told(ada))
          .singleElement()
          .asString()
          .contains("Chloé Coordinator", "Ben Standing");
      assertThat(told(ben)).singleElement().asString().contains("Ada Away");

      member.signIn(persons.link(eve));
      assertThat(member.get(page).body()).doesNotContain("Somebody else is away");
      form[1] = ben.account().toString();
      form[3] = ada.account().toString();
      member.post(page, page, form);
      assertThat(absent(ben)).as("a member says it of nobody else").isZero();
      jdbc.sql("delete from screening.absence where account = ?").param(eve.account()).update();
      UUID absence =
          jdbc.sql("select id from screening.absence where account = ?")
              .param(ada.account())
              .query(UUID.class)
              .single();
      member.post(page + "/" + absence + "/end", page);
      assertThat(holder(file).reviewer()).isEqualTo(ben.account());
      coordinator.post(page + "/" + absence + "/end", page);
      assertThat(holder(file).reviewer()).as("called off").isEqualTo(ada.account());
    }
  }

  private long absent(Identity person) {
    return jdbc.sql("select count(*) from screening.absence where account = ?")
        .param(person.account())
        .query(Long.class)
        .single();
  }

  private List<String> told(Identity person) {
    return jdbc.sql("select body from people.notice where account = ? and path = '/queue/away'")
        .param(person.account())
        .query(String.class)
        .list();
  }

  @Test
  void whatIsGivenToWhoIsAwayGoesToTheStandInAtOnceAndBackWhenItIsCalledOff() {
    away(ada, ben, 0, 5);
    assertThat(holder(file).reviewer()).isEqualTo(ben.account());
    CaseFile later = committee.newCase();
    assignments.give(eve.account(), later.handle(), ada.account());
    assertThat(holder(later).reviewer()).isEqualTo(ben.account());
    assertThat(Objects.requireNonNull(holder(later).standing()).account()).isEqualTo(ada.account());
    UUID absence =
        jdbc.sql("select id from screening.absence where account = ?")
            .param(ada.account())
            .query(UUID.class)
            .single();
    covering.end(eve.account(), absence);
    assertThat(holder(later).reviewer()).as("nobody ends another's").isEqualTo(ben.account());
    covering.end(ada.account(), absence);
    assertThat(holder(later).reviewer()).isEqualTo(ada.account());
    assertThat(entries("screening.absence-ended", ada.account())).hasSize(1);
  }

  @Test
  void theStandInsOwnInterestsCountAndTheOthersAreNotInherited() {
    CaseFile other = committee.newCase();
    interests.stepBack(ada.account(), other);
    interests.stepBack(ben.account(), file);
    away(ada, ben, 0, 2);
    assertThat(assignments.holder(file)).as("an interest of the stand-in").isNull();
    assertThat(entries("screening.case-freed", file.id())).hasSize(1);
    refused("MC-1531", () -> deciding.vote(ben, file.handle(), Committee.authorise(file)));
    deciding.vote(ben, other.handle(), Committee.authorise(other));
    assertThat(committee.again(other).outcome()).as("not inherited").isEqualTo("authorise");
  }

  @Test
  void theStandInHasOneVoteAndTwoPersonsAreTwo() {
    settings.twoPerson(committee.chief.account(), true);
    away(ada, ben, 0, 2);
    deciding.vote(ben, file.handle(), Committee.authorise(file));
    refused("MC-1508", () -> deciding.vote(ben, file.handle(), Committee.authorise(file)));
    assertThat(committee.again(file).open()).isTrue();
    deciding.vote(eve, file.handle(), Committee.authorise(committee.again(file)));
    assertThat(committee.again(file).outcome()).isEqualTo("authorise");
  }

  @Test
  void whoStandsInMayGoAwayLaterAndHandsTheCasesOn() {
    away(ada, ben, 0, 9);
    away(ben, eve, 2, 3);
    assignments.handOver(today.plusDays(2));
    assertThat(holder(file).reviewer()).isEqualTo(eve.account());
    assignments.handOver(today.plusDays(4));
    assertThat(holder(file).reviewer()).isEqualTo(ben.account());
    assignments.handOver(today.plusDays(10));
    assertThat(holder(file).reviewer()).isEqualTo(ada.account());
  }

  @Test
  void daysAndPersonsThatCannotBeAreRefused() {
    refused("MC-1535", () -> away(ada, ben, -1, 2));
    refused("MC-1535", () -> away(ada, ben, 2, 1));
    refused("MC-1535", () -> away(ada, ben, 0, 500));
    refused("MC-1537", () -> away(ada, ada, 0, 1));
    refused("MC-1537", () -> away(ada, persons.with(Role.MEMBER), 0, 1));
    jdbc.sql(
            """
            insert into people.held_role (id, account, role, place_kind, from_day, to_day)
            values (?, ?, 'COMMITTEE', 'site', ?, ?)""")
        .params(UUID.randomUUID(), ben.account(), today.minusDays(9), today.plusDays(2))
        .update();
    refused("MC-1537", () -> away(ada, ben, 0, 3));
    away(ada, ben, 0, 2);
    refused("MC-1536", () -> away(ada, eve, 2, 4));
    refused("MC-1538", () -> away(eve, ada, 1, 1));
  }

  @Test
  void remindersGoToWhoStandsIn() {
    away(ada, ben, 0, 2);
    assertThat(
            jdbc.sql("select subject from people.notice where account = ? and topic = ?")
                .params(ben.account(), CoveringFrame.TOPIC)
                .query(String.class)
                .list())
        .containsExactly("You stand in for Ada Away");
  }

  @Test
  void thePagesSayWhoStandsInToTheCommitteeAndToNobodyElse() throws Exception {
    try (HttpPerson browser = new HttpPerson("http://localhost:" + port).signIn(persons.link(ada));
        HttpPerson visitor = new HttpPerson("http://localhost:" + port)) {
      String page = "/queue/away";
      assertThat(browser.get(page).body()).contains("I am away", "Ben Standing");
      assertThat(browser.post(page, page, "from", "soon").statusCode()).isEqualTo(400);
      assertThat(
              browser
                  .post(
                      page,
                      page,
                      "from",
                      today.toString(),
                      "to",
                      today.plusDays(2).toString(),
                      "standIn",
                      ben.account().toString())
                  .body())
          .contains("whoever stands in is told", "now");
      assertThat(browser.get(file.path()).body()).contains("Stands in for Ada Away until");
      String year = "/committee/" + today.getYear();
      assertThat(browser.get(year).body()).contains("Ada Away until", "Ben Standing stands in");
      assertThat(visitor.get(year).body()).doesNotContain("Ada Away", "Away today");
    }
    assertThat(mvc.get().uri("/queue?show=assigned").with(authentication(signedIn(ben))))
        .bodyText()
        .contains(file.label());
  }

  private static Authentication signedIn(Identity person) {
    return person.authentication();
  }
}
