package eu.metacluster.intake.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Aging;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.renewal.CampaignLine.Answer;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Language;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator asks many owners at once; one confirms, one corrects, one is silent. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
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
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();

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
    jdbc.sql("update grid.record set checked_on = '1999-05-01' where id = ?")
        .param(record)
        .update();
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
