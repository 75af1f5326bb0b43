package eu.metacluster.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.support.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CopyRowsTests {

  private final TestDatabase.Url database = TestDatabase.fresh();
  private final JdbcTemplate jdbc =
      new JdbcTemplate(
          new SingleConnectionDataSource(
              database.jdbc(), database.user(), database.password(), true));

  @BeforeEach
  void makeTable() {
    jdbc.execute(
        """
        create table one (t text, u uuid, l bigint, i int, f real, d float8, b boolean, n numeric,
          at timestamptz, day date, bytes bytea, texts text[])""");
  }

  @Test
  void writesEveryTypeAsTheDatabaseReadsIt() {
    UUID id = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
    CopyRows rows = new CopyRows();
    rows.add("tab\t, line\n, \\ and \"Łódź 🧬\"").add(id).add(-7L).add(Integer.MAX_VALUE);
    rows.add(0.25f).add((Double) 48.125).add(true).add(new BigDecimal("-12345678.90"));
    rows.add(Instant.parse("1999-12-31T23:59:59.123456Z")).add(LocalDate.of(1969, 7, 20));
    rows.add(new byte[] {0, -1, 10}).add(List.of("a", "", "{\"b\\,ü}")).end();

    rows.into(jdbc, "one");

    Map<String, Object> row =
        jdbc.queryForMap(
            """
            select t, u, l, i, f::text, d::text, b, n::text, at at time zone 'UTC' || '' as at,
              day::text, encode(bytes, 'hex') as bytes, array_to_json(texts)::text as texts
            from one""");
    assertThat(row.values())
        .containsExactly(
            "tab\t, line\n, \\ and \"Łódź 🧬\"",
            id,
            -7L,
            Integer.MAX_VALUE,
            "0.25",
            "48.125",
            true,
            "-12345678.90",
            "1999-12-31 23:59:59.123456",
            "1969-07-20",
            "00ff0a",
            "[\"a\",\"\",\"{\\\"b\\\\,ü}\"]");
  }

  @Test
  void writesNothingAsNull() {
    CopyRows rows = new CopyRows();
    rows.add((String) null).add((UUID) null).add((Integer) null).add((Double) null);
    rows.add((BigDecimal) null).add((LocalDate) null).add(List.of()).end();

    rows.into(jdbc, "one (t, u, i, d, n, day, texts)");

    assertThat(
            jdbc.queryForObject(
                "select num_nulls(t, u, i, d, n, day) || ' ' || cardinality(texts) from one",
                String.class))
        .isEqualTo("6 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "1",
        "-1",
        "9999",
        "10000",
        "10000.0001",
        "0.0001",
        "0.00001",
        "0.10",
        "123456789012345678901234567890.12345",
        "100000000",
        "99990000.5",
        "-0.5",
        "12E+6"
      })
  void writesNumbersToTheLastDigit(String number) {
    BigDecimal value = new BigDecimal(number);
    CopyRows rows = new CopyRows();
    rows.add(value).end();

    rows.into(jdbc, "one (n)");

    assertThat(jdbc.queryForObject("select n::text from one", String.class))
        .isEqualTo(value.toPlainString());
  }

  @Test
  void leavesOutNulAndTakesMoreThanOnePiece() {
    String large = "0123456789".repeat(70_000);
    CopyRows rows = new CopyRows();
    for (int i = 0; i < 5; i++) {
      rows.add(i + "\0" + large).add(List.of("x", large)).end();
    }

    rows.into(jdbc, "one (t, texts)");

    assertThat(rows.rows()).isZero();
    assertThat(jdbc.queryForList("select length(t) + length(texts[2]) from one", Integer.class))
        .containsOnly(1_400_001)
        .hasSize(5);
    rows.add("again").add(List.of()).end();
    rows.into(jdbc, "one (t, texts)");
    assertThat(jdbc.queryForObject("select count(*) from one", Integer.class)).isEqualTo(6);
  }

  @Test
  void refusesRowsThatDoNotFitAndKeepsTheConnectionUsable() {
    CopyRows rows = new CopyRows();
    rows.add(1L).end();

    assertThatThrownBy(() -> rows.into(jdbc, "one (i)")).isInstanceOf(DataAccessException.class);
    assertThat(jdbc.queryForObject("select count(*) from one", Integer.class)).isZero();
  }
}
