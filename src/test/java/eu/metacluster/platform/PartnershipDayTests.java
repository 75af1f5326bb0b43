package eu.metacluster.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.support.ProductTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@ProductTest
class PartnershipDayTests {

  private static final ZoneId PARTNERSHIP = ZoneId.of("Europe/Brussels");

  @Autowired JdbcClient jdbc;

  @Test
  void theProcessAndTheDatabaseHaveTheDayOfThePartnership() {
    assertThat(ZoneId.systemDefault()).isEqualTo(PARTNERSHIP);
    assertThat(jdbc.sql("show timezone").query(String.class).single())
        .isEqualTo(PARTNERSHIP.getId());
    LocalDate before = LocalDate.now(PARTNERSHIP);
    assertThat(jdbc.sql("select current_date").query(LocalDate.class).single())
        .isBetween(before, LocalDate.now(PARTNERSHIP));
  }

  @Test
  void aZoneThatDoesNotExistIsSaidInTheSentenceThatEndsTheStart() {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("metacluster.time-zone", "Europe/Brusels");
    assertThatThrownBy(
            () ->
                PartnershipDay.partnershipZone(environment)
                    .postProcessBeanFactory(new DefaultListableBeanFactory()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Europe/Brusels")
        .hasMessageContaining("Europe/Brussels");
    assertThat(ZoneId.systemDefault()).isEqualTo(PARTNERSHIP);
  }
}
