package eu.metacluster.intake.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.metacluster.grid.Aging;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.MemberPages;
import eu.metacluster.intake.mailbox.ReturnedMail;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.renewal.CampaignLine.Answer;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Language;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator asks many owners at once; one confirms, one corrects, one is silent. */
@ProductTest
@Import({Committee.class, SignInForTests.class, ReturnedMail.class})
class CampaignTests {

  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/still-true/\\S+)");
  private static final Pattern CAMPAIGN = Pattern.compile("/campaigns/[0-9a-f-]{36}");

  @Autowired Committee committee;
  @Autowired Campaigns campaigns;
  @Autowired Submissions submissions;
  @Autowired Receiving receiving;
  @Autowired Records records;
  @Autowired Lifecycle lifecycle;
  @Autowired Cases cases;
  @Autowired Mailer mailer;
  @Autowired ReturnedMail returned;
  @Autowired HeldRoles roles;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();
  private MemberPages pages;

  @BeforeEach
  void pagesOfMembers() {
    pages = new MemberPages(committee, records, lifecycle, roles, jdbc);
  }

  /** A practice that was handed in by somebody, and has been public since long ago. */
  private UUID published(String who, boolean address) {
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.PRACTICE,
            Map.of(Field.TITLE, who + " " + number, Field.SUMMARY, Committee.CORE),
            "",
            Language.EN,
            true,
            null);
    UUID id = submissions.open(Submission.Way.FORM, typed, new Sender(mail(who), "", ""));
    receiving.receive(id, Instant.now(), Map.of());
    UUID record = submissions.find(id).map(Submission::record).orElseThrow();
    lifecycle.publish(List.of(record), Map.of(), new Lifecycle.Reason(null, null, null));
    pages.unchecked(record);
    if (!address) {
      submissions.forget(id);
    }
    return record;
  }

  private String coordinator() {
    Persons persons = new Persons(jdbc);
    return persons.link(persons.with(Role.COORDINATOR));
  }

  private String mail(String who) {
    return who.toLowerCase(java.util.Locale.ROOT) + number + "@example.org";
  }

  private List<String> letters(String who) {
    return jdbc.sql(
            """
            select body from platform.mail where recipient = ? and body like '%/still-true/%'
            order by created_at, id""")
        .param(mail(who))
        .query(String.class)
        .list();
  }

  private String link(String who) {
    Matcher link = LINK.matcher(letters(who).getLast());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private Map<UUID, Answer> answers(UUID campaign) {
    return campaigns.lines(campaign).stream()
        .collect(Collectors.toMap(line -> line.record().id(), CampaignLine::answer));
  }

  @Test
  void theWholeWayOfACampaign() throws Exception {
    UUID yes = published("Yes", true);
    UUID changed = published("Changed", true);
    UUID silent = published("Silent", true);
    UUID gone = published("Gone", true);
    UUID nobody = published("Nobody", false);
    committee.settle();
    try (HttpPerson chief = new HttpPerson("http://localhost:" + port);
        HttpPerson owner = new HttpPerson("http://localhost:" + port)) {
      chief.signIn(coordinator());
      String choice = "kind=practice&freshness=any&before=1999-05-02&all=yes&name=Round" + number;
      String preview = chief.get("/campaigns?look=1&" + choice).body();
      assertThat(preview).contains("still true?", "nobody is known");
      String watch =
          chief
              .post(
                  "/campaigns",
                  "/campaigns",
                  "name",
                  "Round" + number,
                  "kind",
                  "practice",
                  "freshness",
                  "any",
                  "before",
                  "1999-05-02",
                  "all",
                  "yes")
              .body();
      Matcher path = CAMPAIGN.matcher(watch);
      assertThat(path.find()).isTrue();
      UUID campaign = UUID.fromString(path.group().substring("/campaigns/".length()));
      assertThat(answers(campaign))
          .containsEntry(yes, Answer.UNANSWERED)
          .containsEntry(nobody, Answer.NOBODY);

      String shown = owner.get(link("Yes")).body();
      assertThat(shown).contains("Yes " + number).contains(Committee.CORE.substring(0, 40));
      assertThat(owner.post(link("Yes"), link("Yes")).body()).contains("You said so today");
      correct(changed);
      jdbc.sql(
              "update platform.mail set given_up_at = now(), last_error = '550' where recipient = ?")
          .param(mail("Gone"))
          .update();
      assertThat(answers(campaign))
          .containsEntry(yes, Answer.CONFIRMED)
          .containsEntry(changed, Answer.CORRECTED)
          .containsEntry(silent, Answer.UNANSWERED)
          .containsEntry(gone, Answer.BOUNCED);

      String page = path.group();
      assertThat(chief.post(page + "/remind", page).statusCode()).isEqualTo(200);
      assertThat(letters("Silent")).hasSize(2);
      assertThat(letters("Silent").getLast()).contains("only reminder");
      assertThat(letters("Yes")).hasSize(1);
      assertThat(chief.post(page + "/remind", page).statusCode()).isEqualTo(409);

      assertThat(chief.post(page + "/end", page).body()).contains("come to the committee");
      committee.settle();
      assertThat(state(yes)).isEqualTo(RecordState.PUBLISHED);
      assertThat(records.find(yes).map(GridRecord::checkedOn).orElseThrow())
          .isAfter(LocalDate.of(2020, 1, 1));
      assertThat(state(changed)).isEqualTo(RecordState.PUBLISHED);
      for (UUID open : List.of(silent, gone, nobody)) {
        assertThat(state(open)).isEqualTo(RecordState.DUE);
        assertThat(cases.ofRecord(open)).isPresent();
      }
      assertThat(owner.get(records.find(silent).orElseThrow().path()).body())
          .contains("To be checked again");
      assertThatThrownBy(() -> campaigns.end(committee.chief.account(), campaign))
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void whoAdministersAMemberIsAskedAboutItsPageAndConfirmsWithOneClick() throws Exception {
    String ror = "0" + number.substring(0, 8);
    UUID record = pages.organisation(ror, "Member " + number);
    pages.unchecked(record);
    Persons persons = new Persons(jdbc);
    Identity maria = persons.with(Role.MEMBER);
    Identity paul = persons.with(Role.MEMBER);
    UUID member = pages.member(ror, "Member " + number, maria, paul);
    UUID campaign = campaigns.start(committee.chief.account(), "Members", organisations(), false);
    assertThat(line(campaign, record))
        .extracting(CampaignLine::answer, CampaignLine::asked)
        .containsExactly(Answer.UNANSWERED, 2);
    assertThat(mails(maria))
        .singleElement()
        .asString()
        .contains("Is Member " + number, "because you administer the member");
    bounce(maria);
    assertThat(line(campaign, record))
        .as("one of two")
        .extracting(CampaignLine::answer, CampaignLine::unreachable)
        .containsExactly(Answer.UNANSWERED, 1);
    campaigns.passOnUnreachable();
    assertThat(state(record)).as("somebody can still answer").isEqualTo(RecordState.PUBLISHED);
    try (HttpPerson owner = new HttpPerson("http://localhost:" + port)) {
      String link = path(mails(paul).getFirst());
      assertThat(owner.get(link).body()).contains("Member " + number);
      assertThat(owner.get(path(mails(maria).getFirst()).replaceFirst(".$", "~")).statusCode())
          .isEqualTo(410);
      assertThat(owner.post(link, link).body()).contains("You said so today");
      assertThat(line(campaign, record).answer()).isEqualTo(Answer.CONFIRMED);
      assertThat(records.find(record).orElseThrow().checkedOn()).isAfter(LocalDate.of(2020, 1, 1));
      jdbc.sql(
              "update people.held_role set from_day = current_date - 2, to_day = current_date - 1 where place = ?")
          .param(member)
          .update();
      assertThat(owner.get(link).statusCode()).as("acts for it no more").isEqualTo(410);
    }
  }

  @Test
  void whatNobodyCanBeReachedForComesToTheCommitteeAtOnceAndOnlyOnce() {
    UUID record = published("Lost", true);
    committee.settle();
    Aging.Choice choice =
        new Aging.Choice(RecordKind.PRACTICE, null, Aging.Freshness.ANY, LocalDate.of(1999, 5, 2));
    UUID campaign = campaigns.start(committee.chief.account(), "Lost", choice, false);
    campaigns.passOnUnreachable();
    assertThat(state(record)).isEqualTo(RecordState.PUBLISHED);
    UUID letter =
        jdbc.sql("select id from platform.mail where recipient = ? and body like '%/still-true/%'")
            .param(mail("Lost"))
            .query(UUID.class)
            .single();
    jdbc.sql("update platform.mail set sent_at = now() where id = ?").param(letter).update();
    assertThat(mailer.bounced(letter, "550 no such user")).isTrue();
    campaigns.passOnUnreachable();
    committee.settle();
    assertThat(state(record)).isEqualTo(RecordState.DUE);
    assertThat(cases.ofRecord(record)).isPresent();
    assertThat(line(campaign, record).passedOn()).isTrue();
    jdbc.sql("delete from platform.mail where id = ?").param(letter).update();
    assertThat(line(campaign, record).answer()).as("a month later").isEqualTo(Answer.BOUNCED);
    lifecycle.publish(List.of(record), Map.of(), new Lifecycle.Reason(null, null, null));
    campaigns.end(committee.chief.account(), campaign);
    assertThat(state(record)).as("the committee has looked").isEqualTo(RecordState.PUBLISHED);
  }

  @Test
  void aLetterThatComesBackByMailIsSeenInItsCampaign() throws Exception {
    UUID record = published("Returned", true);
    committee.settle();
    Aging.Choice choice =
        new Aging.Choice(RecordKind.PRACTICE, null, Aging.Freshness.ANY, LocalDate.of(1999, 5, 2));
    UUID campaign = campaigns.start(committee.chief.account(), "Returned", choice, false);
    UUID letter =
        jdbc.sql("select id from platform.mail where recipient = ? and body like '%/still-true/%'")
            .param(mail("Returned"))
            .query(UUID.class)
            .single();
    jdbc.sql("update platform.mail set sent_at = now() where id = ?").param(letter).update();
    returned.send(letter, mail("Returned"), "delayed");
    returned.send(UUID.randomUUID(), mail("Returned"), "failed");
    awaitTaken(2);
    assertThat(line(campaign, record).answer())
        .as("late, and a letter that is not ours")
        .isEqualTo(Answer.UNANSWERED);
    returned.send(letter, mail("Returned"), "failed");
    awaitTaken(3);
    assertThat(line(campaign, record).answer()).isEqualTo(Answer.BOUNCED);
    assertThat(
            jdbc.sql("select last_error from platform.mail where id = ?")
                .param(letter)
                .query(String.class)
                .single())
        .contains("550 5.1.1 no such person");
    campaigns.passOnUnreachable();
    committee.settle();
    assertThat(state(record)).isEqualTo(RecordState.DUE);
    assertThat(cases.ofRecord(record)).isPresent();
  }

  private void awaitTaken(int reports) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                """
                                select count(*) from intake.letterbox
                                where taken_at is not null
                                  and convert_from(raw, 'LATIN1') like '%rfc822; ' || ? || '%'""")
                            .param(mail("Returned"))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(reports));
  }

  private static Aging.Choice organisations() {
    return new Aging.Choice(
        RecordKind.ORGANISATION, null, Aging.Freshness.ANY, LocalDate.of(1999, 5, 2));
  }

  private CampaignLine line(UUID campaign, UUID record) {
    return campaigns.lines(campaign).stream()
        .filter(line -> line.record().id().equals(record))
        .findFirst()
        .orElseThrow();
  }

  private List<String> mails(Identity person) {
    return jdbc.sql(
            """
            select subject || E'\\n' || body from platform.mail where recipient =
              (select email from people.account where id = ?) and body like '%/still-true/%'""")
        .param(person.account())
        .query(String.class)
        .list();
  }

  private void bounce(Identity person) {
    jdbc.sql(
            """
            update platform.mail set given_up_at = now(), last_error = '550' where recipient =
              (select email from people.account where id = ?)""")
        .param(person.account())
        .update();
  }

  private static String path(String letter) {
    Matcher link = LINK.matcher(letter);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private void correct(UUID target) {
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.PRACTICE,
            Map.of(Field.TITLE, "Another name " + number),
            "",
            Language.EN,
            true,
            target);
    UUID id =
        submissions.open(Submission.Way.CORRECTION, typed, new Sender(mail("Changed"), "", ""));
    receiving.receive(id, Instant.now(), Map.of());
  }

  private RecordState state(UUID record) {
    return records.find(record).orElseThrow().state();
  }

  @Test
  void nothingToAskAboutAndAnUnknownCampaignAreSaid() throws Exception {
    Aging.Choice none =
        new Aging.Choice(RecordKind.BODY, null, Aging.Freshness.ANY, LocalDate.of(1900, 1, 1));
    assertThatThrownBy(() -> campaigns.start(committee.chief.account(), "x", none, true))
        .isInstanceOf(Refusal.class);
    try (HttpPerson chief = new HttpPerson("http://localhost:" + port)) {
      chief.signIn(coordinator());
      assertThat(chief.get("/campaigns/nothing").statusCode()).isEqualTo(404);
      assertThat(chief.get("/campaigns/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
      assertThat(chief.get("/campaigns?look=1&before=yesterday").body()).contains("before-error");
      assertThat(chief.post("/campaigns", "/campaigns", "name", "").statusCode()).isEqualTo(400);
    }
  }
}
