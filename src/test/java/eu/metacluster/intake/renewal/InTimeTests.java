package eu.metacluster.intake.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Aging;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
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
import eu.metacluster.screening.clock.Calendars;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before a page is due, all who can say whether it is true are asked, and nobody twice. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class InTimeTests {

  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/still-true/\\S+)");

  @Autowired Committee committee;
  @Autowired Campaigns campaigns;
  @Autowired Rounds rounds;
  @Autowired Calendars calendars;
  @Autowired Submissions submissions;
  @Autowired Receiving receiving;
  @Autowired Records records;
  @Autowired Lifecycle lifecycle;
  @Autowired HeldRoles roles;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();
  private MemberPages pages;
  private UUID record;
  private Identity maria;
  private Identity paul;
  private LocalDate day;

  @BeforeEach
  void aMemberWithAPage() {
    pages = new MemberPages(committee, records, lifecycle, roles, jdbc);
    String ror = "0" + number.substring(0, 8);
    record = pages.organisation(ror, "Timely " + number);
    Persons persons = new Persons(jdbc);
    maria = persons.with(Role.MEMBER);
    paul = persons.with(Role.MEMBER);
    pages.member(ror, "Timely " + number, maria, paul);
    day = calendars.today();
    while (!calendars.current().works(day)) {
      day = day.plusDays(1);
    }
  }

  private void due(LocalDate on) {
    jdbc.sql("update grid.record set revalidate_on = ? where id = ?").params(on, record).update();
  }

  private String address(Identity person) {
    return jdbc.sql("select email from people.account where id = ?")
        .param(person.account())
        .query(String.class)
        .single();
  }

  private List<String> asked(String address) {
    return jdbc.sql(
            "select body from platform.mail where recipient = ? and body like '%/still-true/%'")
        .param(address)
        .query(String.class)
        .list();
  }

  @Test
  void whoAdministersAMemberIsAskedThirtyDaysBeforeOnceForEachDueDate() throws Exception {
    due(day.plusDays(31));
    rounds.go(day);
    assertThat(asked(address(maria))).isEmpty();
    due(day.plusDays(30));
    rounds.go(day);
    rounds.go(day.plusDays(7));
    assertThat(asked(address(maria))).hasSize(1);
    assertThat(asked(address(paul))).hasSize(1);
    Matcher link = LINK.matcher(asked(address(paul)).getFirst());
    assertThat(link.find()).isTrue();
    try (HttpPerson owner = new HttpPerson("http://localhost:" + port)) {
      assertThat(owner.get(link.group(1)).body()).contains("Timely " + number);
      assertThat(owner.post(link.group(1), link.group(1)).body()).contains("You said so today");
    }
    assertThat(records.find(record).orElseThrow().revalidateOn()).isAfter(day.plusDays(300));
    rounds.go(day);
    assertThat(asked(address(maria))).as("it was confirmed").hasSize(1);
    due(day.plusDays(20));
    rounds.go(day);
    assertThat(asked(address(maria))).as("the next year").hasSize(2);
  }

  @Test
  void whoHandedThePageInAndAdministersTheMemberGetsOneLetter() {
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.ORGANISATION,
            Map.of(Field.TITLE, "Timely " + number, Field.COUNTRY, "BE"),
            "",
            Language.EN,
            true,
            record);
    UUID id =
        submissions.open(Submission.Way.CORRECTION, typed, new Sender(address(maria), "Maria", ""));
    receiving.receive(id, Instant.now(), Map.of());
    due(day.plusDays(10));
    rounds.go(day);
    assertThat(asked(address(maria))).hasSize(1);
    assertThat(asked(address(paul))).hasSize(1);
  }

  @Test
  void whomACampaignAsksThatRunsIsNotAskedBesides() {
    pages.unchecked(record);
    due(day.plusDays(10));
    UUID campaign =
        campaigns.start(
            committee.chief.account(),
            "Timely",
            new Aging.Choice(
                RecordKind.ORGANISATION, null, Aging.Freshness.ANY, LocalDate.of(1999, 5, 2)),
            false);
    rounds.go(day);
    assertThat(asked(address(maria))).hasSize(1);
    campaigns.end(committee.chief.account(), campaign);
    rounds.go(day);
    assertThat(asked(address(maria))).as("it is due, and nobody has answered").hasSize(2);
  }
}
