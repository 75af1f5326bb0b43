package eu.metacluster.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  private final Formats english = new Formats(Language.EN, BRUSSELS);
  private final Formats french = new Formats(Language.FR, BRUSSELS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | € 0 | 0 €",
        "9499.5 | € 9,500 | 9 500 €",
        "12345 | € 12 k | 12 k €",
        "999499 | € 999 k | 999 k €",
        "999500 | € 1.0 M | 1,0 M €",
        "2134567.5 | € 2.1 M | 2,1 M €",
        "99960000 | € 100 M | 100 M €",
        "999949000 | € 1,000 M | 1 000 M €",
        "1250000000 | € 1.2 bn | 1,2 Md €",
        "-2134567 | € -2.1 M | -2,1 M €",
      })
  void amountsAreShort(BigDecimal amount, String inEnglish, String inFrench) {
    assertThat(plain(english.money(amount))).isEqualTo(inEnglish);
    assertThat(plain(french.money(amount))).isEqualTo(inFrench);
  }

  @Test
  void exactAmountsLoseNothing() {
    assertThat(plain(english.moneyExact(new BigDecimal("2134567.50")))).isEqualTo("€ 2,134,567.50");
    assertThat(plain(french.moneyExact(new BigDecimal("2134567.00")))).isEqualTo("2 134 567 €");
    assertThat(english.money(null)).isEmpty();
    assertThat(english.moneyExact(null)).isEmpty();
  }

  @Test
  void datesAreUnambiguousAndInThePartnershipsTimeZone() {
    LocalDate day = LocalDate.of(2026, 11, 12);
    assertThat(plain(english.date(day))).isEqualTo("12 Nov 2026");
    assertThat(plain(french.date(day))).isEqualTo("12 nov. 2026");
    Instant late = Instant.parse("2026-11-12T23:30:00Z");
    assertThat(plain(english.date(late))).isEqualTo("13 Nov 2026");
    assertThat(plain(english.dateTime(late))).isEqualTo("13 Nov 2026, 00:30");
    assertThat(english.date((LocalDate) null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EL, Greece, Grèce",
    "GR, Greece, Grèce",
    "UK, United Kingdom, Royaume-Uni",
    "XK, Kosovo, Kosovo",
    "TR, Türkiye, Turquie",
    "ZZZ, ZZZ, ZZZ",
  })
  void countriesHaveNames(String code, String inEnglish, String inFrench) {
    assertThat(english.country(code)).isEqualTo(inEnglish);
    assertThat(french.country(code)).isEqualTo(inFrench);
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
