package eu.metacluster.grid;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class FreshnessTests {

  @Autowired Committee committee;
  @Autowired Freshness freshness;
  @Autowired Lifecycle lifecycle;
  @Autowired JdbcTemplate jdbc;

  @Test
  void onlyPublicRecordsPastTheirDateBecomeDueAndTheirCasesOpen() {
    UUID stale = published();
    UUID fresh = published();
    jdbc.update("update grid.record set revalidate_on = current_date - 1 where id = ?", stale);

    assertThat(freshness.expire()).isEqualTo(1);
    assertThat(freshness.expire()).isZero();
    committee.settle();

    assertThat(state(stale)).isEqualTo("due");
    assertThat(state(fresh)).isEqualTo("published");
    assertThat(
            jdbc.queryForObject(
                """
                select c.purpose || ' ' || c.state from screening.case c
                join screening.case_member m on m.case_id = c.id where m.record = ?""",
                String.class,
                stale))
        .isEqualTo("revalidate open");
  }

  private UUID published() {
    UUID record = committee.newCase().lead();
    lifecycle.publish(List.of(record), Map.of(), new Lifecycle.Reason(null, null, "tailored"));
    return record;
  }

  private String state(UUID record) {
    return String.valueOf(
        jdbc.queryForObject("select state from grid.record where id = ?", String.class, record));
  }
}
