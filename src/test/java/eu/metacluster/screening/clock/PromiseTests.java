package eu.metacluster.screening.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.metacluster.journal.Journal;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.away.Absences;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two weeks as the committee and the public see them. What plays in another year is rolled
 * back, so that nothing else is reminded or counted.
 */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class PromiseTests {

  private static final LocalDate MONDAY = LocalDate.of(2021, 3, 1);

  @Autowired Committee committee;
  @Autowired Reminders reminders;
  @Autowired Receipts receipts;
  @Autowired Absences absences;
  @Autowired Pauses pauses;
  @Autowired Punctuality punctuality;
  @Autowired Calendars calendars;
  @Autowired Deciding deciding;
  @Autowired Journal journal;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private void rolledBack(Runnable story) {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          story.run();
        });
  }

  /** The case is one that was handed in on this day. */
  private void received(CaseFile file, LocalDate day) {
    receipts.note(file.lead(), day.atTime(10, 0).atZone(ZoneId.of("UTC")).toInstant());
    jdbc.sql("update screening.case set due_on = ? where id = ?")
        .params(calendars.current().due(day), file.id())
        .update();
  }

  private List<String> told(Identity person, CaseFile file) {
    return jdbc.sql(
            """
            select body from people.notice where account = ? and body like ?
            order by created_at, id""")
        .params(person.account(), "%" + file.title() + "%")
        .query(String.class)
        .list();
  }

  @Test
  void theCommitteeIsRemindedOnThreeDaysInOfficeHoursAndOnceEach() {
    CaseFile file = committee.newCase();
    rolledBack(
        () -> {
          Identity member = new Persons(jdbc).with(Role.COMMITTEE);
          received(file, MONDAY);
          List<Integer> heard = new ArrayList<>();
          for (LocalDateTime at :
              List.of(
                  MONDAY.plusDays(4).atTime(10, 0),
                  MONDAY.plusDays(7).atTime(8, 59),
                  MONDAY.plusDays(7).atTime(9, 0),
                  MONDAY.plusDays(7).atTime(16, 59),
                  MONDAY.plusDays(10).atTime(17, 0),
                  MONDAY.plusDays(10).atTime(12, 0),
                  // the thirteenth day is a Sunday: Friday it is, and not at night
                  MONDAY.plusDays(11).atTime(3, 0),
                  MONDAY.plusDays(11).atTime(9, 30),
                  MONDAY.plusDays(12).atTime(12, 0),
                  MONDAY.plusDays(14).atTime(12, 0))) {
            reminders.work(at);
            heard.add(told(member, file).size());
          }
          assertThat(heard).containsExactly(0, 0, 1, 1, 1, 2, 2, 3, 3, 3);
          assertThat(told(member, file).getFirst()).contains("2021-03-15");
        });
  }

  @Test
  void whoStandsInIsRemindedOnAllThreeDaysInsteadOfWhoIsAway() {
    CaseFile file = committee.newCase();
    CaseFile later = committee.newCase();
    rolledBack(
        () -> {
          Persons persons = new Persons(jdbc);
          Identity away = persons.with(Role.COMMITTEE);
          Identity here = persons.with(Role.COMMITTEE);
          // reminders go to a coordinator only as the one who stands in
          Identity standIn = persons.with(Role.COORDINATOR);
          received(file, MONDAY);
          absences.open(away.account(), standIn.account(), MONDAY.plusDays(5), MONDAY.plusDays(11));
          for (int day : List.of(7, 10, 11)) {
            reminders.work(MONDAY.plusDays(day).atTime(11, 0));
          }
          assertThat(told(standIn, file)).hasSize(3);
          assertThat(told(here, file)).hasSize(3);
          assertThat(told(away, file)).isEmpty();
          received(later, MONDAY.plusDays(7));
          reminders.work(MONDAY.plusDays(14).atTime(11, 0));
          assertThat(told(away, later)).as("back").hasSize(1);
          assertThat(told(standIn, later)).isEmpty();
        });
  }

  @Test
  void nobodyIsRemindedOnAHolidayOrWhileAClockStandsStill() {
    CaseFile file = committee.newCase();
    rolledBack(
        () -> {
          Identity member = new Persons(jdbc).with(Role.COMMITTEE);
          received(file, MONDAY);
          LocalDate seventh = MONDAY.plusDays(7);
          jdbc.sql("insert into screening.free_day (day, name) values (?, 'A feast')")
              .param(seventh)
              .update();
          reminders.work(seventh.atTime(12, 0));
          assertThat(told(member, file)).isEmpty();
          reminders.work(seventh.plusDays(1).atTime(12, 0));
          assertThat(told(member, file)).hasSize(1);
          pauses.stop(committee.chief.account(), file.id(), file.lead(), "We wait for the call.");
          reminders.work(MONDAY.plusDays(14).atTime(12, 0));
          assertThat(told(member, file)).hasSize(1);
        });
  }

  @Test
  void whatIsLateRisesToTheTopAndToTheCoordinator() throws Exception {
    CaseFile file = committee.newCase();
    try (HttpPerson chief = new HttpPerson("http://localhost:" + port)) {
      received(file, calendars.today().minusDays(40));
      reminders.work(calendars.today().atTime(2, 0));
      assertThat(committee.again(file).priority()).isGreaterThanOrEqualTo(2);
      Persons persons = new Persons(jdbc);
      String desk = chief.signIn(persons.link(persons.with(Role.COORDINATOR))).get("/desk").body();
      assertThat(desk)
          .contains("/queue?show=overdue")
          .containsPattern("promises? to (a )?senders?");
      String queue = chief.get("/queue").body();
      assertThat(queue).contains(file.handle());
      assertThat(chief.get("/queue?show=overdue").body()).contains(file.handle());
    } finally {
      deciding.vote(committee.ada, file.handle(), Committee.decline(committee.again(file)));
      jdbc.sql("delete from screening.receipt where record = ?").param(file.lead()).update();
    }
  }

  @Test
  void theCaseAndTheQueueSayHowManyWorkingDaysAreLeft() throws Exception {
    CaseFile file = committee.newCase();
    WorkingCalendar calendar = calendars.current();
    LocalDate today = calendars.today();
    try (HttpPerson member = new HttpPerson("http://localhost:" + port)) {
      Persons persons = new Persons(jdbc);
      member.signIn(persons.link(persons.with(Role.COMMITTEE)));
      due(file, calendar.later(today, 9));
      says(member, file, "9 working days left", "9 jours ouvrés restants");
      due(file, calendar.later(today, 1));
      says(member, file, "one working day left", "un jour ouvré restant");
      due(file, today);
      says(member, file, "due today", "échéance aujourd'hui");
      due(file, earlier(calendar, today, 3));
      says(member, file, "3 working days overdue", "3 jours ouvrés de retard");
      pauses.stop(committee.chief.account(), file.id(), file.lead(), "We wait for the call.");
      says(member, file, "the clock stands still", "délai suspendu");
      assertThat(member.get(file.path()).body()).doesNotContain("overdue");
    } finally {
      deciding.vote(committee.ada, file.handle(), Committee.decline(committee.again(file)));
    }
  }

  private void due(CaseFile file, LocalDate day) {
    jdbc.sql("update screening.case set due_on = ? where id = ?").params(day, file.id()).update();
  }

  /** The day after which so many working days have passed until today. */
  private static LocalDate earlier(WorkingCalendar calendar, LocalDate today, int workingDays) {
    LocalDate day = today;
    while (calendar.workingDays(day, today) < workingDays) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static void says(HttpPerson member, CaseFile file, String english, String french)
      throws Exception {
    for (String path : List.of(file.path(), "/queue?q=" + file.acronym())) {
      for (String language : List.of("fr", "en")) {
        member.post("/preferences/language", path, "language", language);
        assertThat(member.get(path).body())
            .as("%s in %s", path, language)
            .contains(language.equals("fr") ? french : english);
      }
    }
  }

  @Test
  void theFiguresAreThoseOfTheDecisions() {
    List<CaseFile> files = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      CaseFile file = committee.newCase();
      deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
      files.add(file);
    }
    rolledBack(
        () -> {
          int[] days = {2, 4, 10, 20};
          for (int i = 0; i < days.length; i++) {
            received(files.get(i), LocalDate.of(2019, 5, 6));
            decided(
                files.get(i), Instant.parse("2019-05-06T10:00:00Z").plusSeconds(86_400L * days[i]));
          }
          Punctuality.Figures year = punctuality.of(Year.of(2019));
          assertThat(year.decided()).isEqualTo(4);
          assertThat(year.median()).isCloseTo(7, within(0.01));
          assertThat(year.most()).isCloseTo(17, within(0.01));
          assertThat(year.worst()).isCloseTo(20, within(0.01));
          assertThat(year.onTime()).isCloseTo(0.75, within(0.001));
          assertThat(punctuality.of(Year.of(2018)).median()).isNull();
        });
  }

  private void decided(CaseFile file, Instant at) {
    jdbc.sql("update screening.decision set at = ? where case_id = ?")
        .params(Timestamp.from(at), file.id())
        .update();
  }

  @Test
  void aMonthBeginsWhereThePartnershipWorks() {
    CaseFile file = committee.newCase();
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    LocalDate first = calendars.today().withDayOfMonth(1).minusMonths(8);
    rolledBack(
        () -> {
          receipts.note(file.lead(), first.minusDays(3).atStartOfDay(ZoneId.of("UTC")).toInstant());
          jdbc.sql("update screening.case set due_on = ? where id = ?")
              .params(first.minusDays(1), file.id())
              .update();
          decided(file, first.minusDays(1).atTime(23, 30).atZone(ZoneId.of("UTC")).toInstant());
          Figure east = figure("Pacific/Auckland", first);
          assertThat(east.decided()).isEqualTo(1);
          assertThat(east.onTime()).as("it is the next day there").isZero();
          assertThat(figure("America/Lima", first).decided()).isZero();
          Figure west = figure("America/Lima", first.minusMonths(1));
          assertThat(west.decided()).isEqualTo(1);
          assertThat(west.onTime()).isEqualTo(1);
        });
  }

  private record Figure(int decided, double onTime) {}

  private Figure figure(String zone, LocalDate month) {
    Calendars there = new Calendars(jdbc, journal, ZoneId.of(zone));
    return new Punctuality(jdbc, there)
        .months().stream()
            .filter(one -> one.month().equals(month))
            .map(one -> new Figure(one.decided(), Objects.requireNonNullElse(one.onTime(), 0.0)))
            .findFirst()
            .orElse(new Figure(0, 0));
  }

  @Test
  void thePublicPageShowsWhatIsPromisedAndKept() throws Exception {
    try (HttpPerson visitor = new HttpPerson("http://localhost:" + port)) {
      assertThat(visitor.get("/how-fast").body()).contains("Median", "Worst");
      assertThat(visitor.get("/queue/calendar").body()).doesNotContain("Christmas");
    }
  }

  @Test
  void theCoordinatorKeepsTheCalendar() throws Exception {
    Persons persons = new Persons(jdbc);
    LocalDate day = calendars.today().plusYears(1).withMonth(2).withDayOfMonth(11);
    try (HttpPerson chief = new HttpPerson("http://localhost:" + port)) {
      chief.signIn(persons.link(persons.with(Role.COORDINATOR)));
      String page = "/queue/calendar";
      assertThat(chief.post(page, page, "day", day.toString(), "name", "Own feast").body())
          .contains("Own feast");
      assertThat(calendars.current().free()).contains(day);
      assertThat(chief.post(page, page, "day", "tomorrow", "name", "x").statusCode())
          .isEqualTo(400);
      assertThat(chief.post(page, page, "day", day.toString(), "name", "").statusCode())
          .isEqualTo(400);
      assertThat(chief.post(page + "/" + day + "/work", page).body()).doesNotContain("Own feast");
      assertThat(calendars.current().free()).doesNotContain(day);
    }
  }
}
