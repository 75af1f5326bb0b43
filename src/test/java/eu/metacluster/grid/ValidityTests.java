package eu.metacluster.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityTests {

  @ParameterizedTest
  @ValueSource(strings = {"2021-09/2022-05-17", "../2022", "2013-04/..", "2024-05", "2024"})
  void readsWhatItWrites(String text) {
    assertThat(Validity.parse(text)).hasToString(text);
  }

  @Test
  void knowsOpenEndsAndSingleDates() {
    assertThat(Validity.parse("../2022")).isEqualTo(new Validity(null, "2022"));
    assertThat(Validity.parse("2024-05").once()).isTrue();
    assertThat(Validity.parse("2013-04/..").once()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "../..", "2024-13", "24-05", "2024-05-32", "2021/2022/2023", "seen 2024"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Validity.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
