package eu.metacluster.screening.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.queue.Assignments;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who is close to an organisation does not decide on its cases, and everybody sees why. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class InterestsTests {

  private static final Finding.Locator AT = new Finding.Locator(0, 0, 0);

  @Autowired Committee committee;
  @Autowired Interests interests;
  @Autowired Deciding deciding;
  @Autowired Assignments assignments;
  @Autowired Records records;
  @Autowired Lifecycle lifecycle;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester mvc;
  @LocalServerPort int port;

  private Identity ada;
  private Identity ben;
  private String pic;
  private CaseFile file;

  @BeforeEach
  void aProjectOfAnInstitute() {
    ada = new Persons(jdbc).with(Role.COMMITTEE);
    ben = new Persons(jdbc).with(Role.COMMITTEE);
    pic = digits();
    String grant = Committee.number();
    Finding institute = organisation(pic, "Institute " + pic);
    committee.propose(committee.origin(), institute, project(grant, institute));
    file = committee.caseOf(grant);
  }

  private static String digits() {
    return String.valueOf(100_000_000 + Math.abs(UUID.randomUUID().hashCode()) % 900_000_000);
  }

  private static Finding organisation(String pic, String name) {
    return new Finding(
        RecordKind.ORGANISATION,
        pic,
        List.of(Identifier.of(Scheme.PIC, pic)),
        List.of(Finding.Fact.of(Field.TITLE, name)),
        List.of(),
        AT,
        name.getBytes(StandardCharsets.UTF_8));
  }

  private static Finding project(String grant, Finding partner) {
    Finding plain = Committee.project(grant, "C" + grant, "Liquid biopsy " + grant, Committee.CORE);
    return new Finding(
        plain.kind(),
        plain.key(),
        plain.identifiers(),
        plain.facts(),
        List.of(
            new Finding.Partner(
                partner.identifiers().getFirst(),
                "participant",
                null,
                null,
                null,
                "PT",
                null,
                null,
                null,
                false,
                1,
                AT)),
        plain.at(),
        plain.digest());
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(what)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private void votes(Identity person) {
    deciding.vote(person, file.handle(), Committee.authorise(committee.again(file)));
  }

  @Test
  void aDeclaredInterestKeepsAReviewerOffTheCasesOfTheOrganisation() {
    assertThat(interests.conflict(ada.account(), file)).isEmpty();
    interests.declare(ada.account(), pic);
    interests.declare(ada.account(), "https://grid.example" + organisation().path() + "?x=1");

    assertThat(interests.of(ada.account())).as("declared once").hasSize(1);
    refused("MC-1531", () -> votes(ada));
    refused("MC-1533", () -> assignments.give(ben.account(), file.handle(), ada.account()));
    assertThat(mvc.get().uri(file.path()).with(signedIn(ada)))
        .bodyText()
        .contains("You declared an interest in Institute " + pic)
        .doesNotContain("id=\"decision\"");
    assertThat(mvc.get().uri(file.path()).with(signedIn(ben)))
        .bodyText()
        .contains("id=\"decision\"");

    UUID declared = Objects.requireNonNull(interests.of(ada.account()).getFirst().id());
    interests.end(ben.account(), declared);
    assertThat(interests.of(ada.account())).as("nobody ends another's").hasSize(1);
    interests.end(ada.account(), declared);
    votes(ada);
    assertThat(committee.again(file).outcome()).isEqualTo("authorise");
  }

  @Test
  void aRoleInTheOrganisationDoesSoTooAndAMergeDoesNotHideIt() {
    UUID entity = UUID.randomUUID();
    jdbc.sql(
            """
            insert into membership.entity (id, handle, type, country, pic, about, state)
            values (?, ?, 'HOSPITAL', 'PT', ?, '', 'ACCEPTED')""")
        .params(entity, "institute-" + pic, pic)
        .update();
    jdbc.sql(
            """
            insert into membership.name (id, entity, kind, name, from_day)
            values (?, ?, 'NAME', 'Institute', date '2026-01-01')""")
        .params(UUID.randomUUID(), entity)
        .update();
    jdbc.sql(
            """
            insert into people.held_role (id, account, role, place_kind, place, from_day)
            values (?, ?, 'REPRESENTATIVE', 'organisation', ?, date '2026-01-01')""")
        .params(UUID.randomUUID(), ada.account(), entity)
        .update();
    refused("MC-1531", () -> votes(ada));
    assertThat(interests.conflict(ada.account(), file))
        .map(Conflict::why)
        .contains(Conflict.Why.OWN);

    String other = digits();
    committee.propose(committee.origin(), organisation(other, "Institute again " + other));
    lifecycle.merge(
        organisation().id(),
        records.find(Identifier.of(Scheme.PIC, other)).orElseThrow().id(),
        new Lifecycle.Reason(null, null, null));
    committee.settle();
    refused("MC-1531", () -> votes(ada));
    votes(ben);
    assertThat(committee.again(file).outcome()).isEqualTo("authorise");
  }

  @Test
  void whoStepsBackFromACaseTakesPartAgainOnlyByHand() {
    interests.stepBack(ada.account(), file);
    interests.stepBack(ada.account(), file);
    refused("MC-1531", () -> votes(ada));
    interests.stepIn(ada.account(), file);
    votes(ada);
    assertThat(committee.again(file).outcome()).isEqualTo("authorise");
  }

  @Test
  void whatIsNoOrganisationCannotBeDeclared() {
    for (String odd : List.of("", "999999999", "/organisations/none", "x".repeat(300), "\u0000")) {
      refused("MC-1532", () -> interests.declare(ada.account(), odd));
    }
  }

  @Test
  void thePageDeclaresSaysWhatIsWrongAndEnds() throws Exception {
    try (HttpPerson she =
        new HttpPerson("http://localhost:" + port).signIn(new Persons(jdbc).link(ada))) {
      String page = "/queue/interests";
      assertThat(she.get(page).body()).contains("No interests");
      HttpResponse<String> odd = she.post(page, page, "organisation", "nothing of the kind");
      assertThat(odd.statusCode()).isEqualTo(400);
      assertThat(odd.body()).contains("MC-1532", "Open its page and copy the address");
      assertThat(she.post(page, page, "organisation", pic).body())
          .contains("You stay off the cases of Institute " + pic, "You declared it");
      assertThat(she.get(file.path()).body()).contains("You declared an interest");
      UUID declared = Objects.requireNonNull(interests.of(ada.account()).getFirst().id());
      assertThat(she.post(page + "/" + declared + "/end", page).body()).contains("No interests");
      assertThat(she.get(file.path()).body()).contains("id=\"decision\"");
    }
  }

  private GridRecord organisation() {
    return records.find(Identifier.of(Scheme.PIC, pic)).orElseThrow();
  }

  private static RequestPostProcessor signedIn(Identity person) {
    return authentication(person.authentication());
  }
}
