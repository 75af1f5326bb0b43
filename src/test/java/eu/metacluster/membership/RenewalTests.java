package eu.metacluster.membership;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A membership that ends is announced in time, and members stand on a map. */
@ProductTest
class RenewalTests {

  @Autowired RenewalReminders reminders;
  @Autowired Entities entities;
  @Autowired Periods periods;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private final String name = "Ending " + UUID.randomUUID();

  private UUID member(LocalDate from, LocalDate to) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into membership.entity (id, handle, type, country, state)
            values (?, ?, 'CLUSTER', 'BE', 'ACCEPTED')""")
        .params(id, "ending-" + id)
        .update();
    entities.name(id, "NAME", name, from);
    periods.begin(id, Standing.MEMBER, from, to);
    return id;
  }

  private List<String> told(Identity person) {
    return jdbc.sql(
            """
            select body from people.notice where account = ? and body like ?
            order by created_at, id""")
        .params(person.account(), "%" + name + "%")
        .query(String.class)
        .list();
  }

  @Test
  void theEndIsToldOnThreeDaysAndOnceEachUnlessSomebodyWithdrew() {
    LocalDate end = LocalDate.of(2031, 6, 30);
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          Identity chief = new Persons(jdbc).with(Role.COORDINATOR);
          UUID entity = member(LocalDate.of(2030, 7, 1), end);
          int[] heard = new int[6];
          int[] before = {61, 60, 45, 30, 29, 3};
          for (int i = 0; i < before.length; i++) {
            reminders.remind(end.minusDays(before[i]));
            heard[i] = told(chief).size();
          }
          assertThat(heard).containsExactly(0, 1, 1, 2, 2, 3);
          assertThat(told(chief).getFirst()).contains("2031").contains("/membership/ending-");
          periods.until(entity, end.minusDays(3), end.plusYears(1), null);
          reminders.remind(end);
          assertThat(told(chief)).as("renewed").hasSize(3);
          periods.until(entity, end, end.plusYears(1), "WITHDRAWN");
          reminders.remind(end.plusYears(1).minusDays(10));
          assertThat(told(chief)).as("withdrawn").hasSize(3);
        });
  }

  @Test
  void membersStandOnAMapAndInItsTable() throws Exception {
    member(LocalDate.now().minusYears(1), LocalDate.now().plusYears(1));
    try (HttpPerson visitor = new HttpPerson("http://localhost:" + port)) {
      String map = visitor.get("/members/map").body();
      assertThat(map).contains("Belgium", "mc-europe", "/members?country=BE");
      assertThat(visitor.get("/members/map?on=1950-01-01").body()).doesNotContain("mc-europe");
      assertThat(visitor.get("/members/map?on=soon").statusCode()).isEqualTo(200);
    }
  }
}
