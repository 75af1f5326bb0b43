package eu.metacluster.intake.committee;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.MemberPages;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Language;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Settings;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two must agree, but one is enough for what a member says of its own page, where that is set. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class OwnPagesTests {

  @Autowired Committee committee;
  @Autowired Submissions submissions;
  @Autowired Receiving receiving;
  @Autowired Cases cases;
  @Autowired Deciding deciding;
  @Autowired Settings settings;
  @Autowired RecordTexts texts;
  @Autowired Records records;
  @Autowired Lifecycle lifecycle;
  @Autowired HeldRoles roles;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();
  private MemberPages pages;
  private final String name = "Keeper " + number;
  private UUID page;
  private UUID member;
  private Identity maria;

  @BeforeEach
  void aMemberWithAPage() {
    pages = new MemberPages(committee, records, lifecycle, roles, jdbc);
    String ror = "0" + number.substring(0, 8);
    page = pages.organisation(ror, name);
    maria = new Persons(jdbc).with(Role.MEMBER);
    member = pages.member(ror, name, maria);
    settings.twoPerson(committee.chief.account(), true);
    settings.oneForOwn(committee.chief.account(), true);
  }

  @AfterEach
  void asBefore() {
    settings.twoPerson(committee.chief.account(), false);
    settings.oneForOwn(committee.chief.account(), false);
  }

  private String address(Identity person) {
    return jdbc.sql("select email from people.account where id = ?")
        .param(person.account())
        .query(String.class)
        .single();
  }

  private CaseFile correction(Submission.Way way, String sender) {
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.ORGANISATION,
            Map.of(Field.TITLE, name, Field.URL, "https://keeper.example.org/" + number),
            "",
            Language.EN,
            true,
            page);
    UUID id = submissions.open(way, typed, new Sender(sender, "", ""));
    receiving.receive(id, Instant.now(), Map.of());
    committee.settle();
    UUID record = submissions.find(id).map(Submission::record).orElseThrow();
    return cases.ofRecord(record).orElseThrow();
  }

  private boolean decidedByOne(CaseFile file) {
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    return !committee.again(file).open();
  }

  @Test
  void oneReviewerIsEnoughForAMembersWordOnItsOwnPage() throws Exception {
    CaseFile file = correction(Submission.Way.CORRECTION, address(maria));
    Persons persons = new Persons(jdbc);
    try (HttpPerson reviewer = new HttpPerson("http://localhost:" + port)) {
      reviewer.signIn(persons.link(persons.with(Role.COMMITTEE)));
      assertThat(reviewer.get(file.path()).body())
          .contains("Its sender administers this member.", "one reviewer decides")
          .doesNotContain("Yours is the first vote");
      assertThat(reviewer.get("/how-we-decide").body())
          .contains("What a member says of its own page needs one of them only.");
    }
    assertThat(decidedByOne(file)).isTrue();
    committee.settle();
    assertThat(texts.stated(List.of(page), List.of(Field.URL)).get(page))
        .containsEntry(Field.URL, List.of("https://keeper.example.org/" + number));
  }

  @Test
  void everybodyElsesWordNeedsTwo() {
    assertThat(decidedByOne(correction(Submission.Way.CORRECTION, "somebody@example.org")))
        .as("a stranger who says to speak for it")
        .isFalse();
  }

  @Test
  void theSenderOfAMailCanBeForgedAndNeedsTwo() {
    assertThat(decidedByOne(correction(Submission.Way.MAIL, address(maria)))).isFalse();
  }

  @Test
  void whoAdministersItNoMoreNeedsTwo() {
    CaseFile file = correction(Submission.Way.CORRECTION, address(maria));
    jdbc.sql(
            "update people.held_role set from_day = current_date - 2, to_day = current_date - 1 where place = ?")
        .param(member)
        .update();
    assertThat(decidedByOne(file)).isFalse();
  }

  @Test
  void whereItIsNotSetTheRuleForAllHolds() {
    settings.oneForOwn(committee.chief.account(), false);
    assertThat(decidedByOne(correction(Submission.Way.CORRECTION, address(maria)))).isFalse();
  }

  @Test
  void theCoordinatorSetsItOnThePage() throws Exception {
    settings.oneForOwn(committee.chief.account(), false);
    Persons persons = new Persons(jdbc);
    try (HttpPerson chief = new HttpPerson("http://localhost:" + port)) {
      chief.signIn(persons.link(persons.with(Role.COORDINATOR)));
      chief.post("/queue/settings/rule", "/queue/settings", "twoPerson", "on", "oneForOwn", "on");
      assertThat(settings.oneForOwn()).isTrue();
      chief.post("/queue/settings/rule", "/queue/settings", "twoPerson", "on");
      assertThat(settings.oneForOwn()).isFalse();
    }
  }
}
