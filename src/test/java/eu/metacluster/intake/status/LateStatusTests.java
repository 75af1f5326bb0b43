package eu.metacluster.intake.status;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.platform.web.Language;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.clock.Calendars;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.ProductTest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a contribution says by how many working days its decision is late. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class LateStatusTests {

  @Autowired Committee committee;
  @Autowired Submissions submissions;
  @Autowired Receiving receiving;
  @Autowired Calendars calendars;
  @Autowired Ways ways;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();

  @Test
  void aLateDecisionIsCountedInWorkingDays() throws Exception {
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.PRACTICE,
            Map.of(Field.TITLE, "Late " + number, Field.SUMMARY, Committee.CORE),
            "",
            Language.EN,
            true,
            null);
    UUID id =
        submissions.open(
            Submission.Way.FORM, typed, new Sender("late" + number + "@example.org", "", ""));
    receiving.receive(id, Instant.now(), Map.of());
    committee.settle();
    LocalDate due =
        calendars.today().minusDays(14).with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    int moved =
        jdbc.sql(
                """
                update screening.case set due_on = ? where id = (
                  select m.case_id from screening.case_member m
                  join intake.submission s on s.record = m.record where s.id = ?)""")
            .params(due, id)
            .update();
    assertThat(moved).isOne();
    int late = -calendars.workingDaysUntil(due);
    assertThat(late).isBetween(8, 20);
    try (HttpPerson person = new HttpPerson("http://localhost:" + port)) {
      assertThat(person.get(ways.path(Ways.Purpose.STATUS, id)).body())
          .contains(", " + late + " working days ago. We are late");
    }
  }
}
