package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class StartTests {

  @Autowired JdbcClient jdbc;

  @Test
  void theWholeProductStartsOnAnEmptyDatabase() {
    assertThat(jdbc.sql("select count(*) from platform.session").query(Long.class).single())
        .isNotNegative();
  }
}
