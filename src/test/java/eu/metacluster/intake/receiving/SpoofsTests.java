package eu.metacluster.intake.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoofsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"maria@example.org", "zoé@université.fr", "m@xn--bcher-kva.example", "a_b-1@x.eu"})
  void usualAddressesAreFine(String address) {
    assertThat(Spoofs.mixed(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maria@ex\u0430mple.org",
        "m\u0430ria@example.org",
        "m@xn--exmple-4nf.org",
        "m@\u0430\u0440\u0440\u04cf\u0435.com"
      })
  void mixedAlphabetsAreSeen(String address) {
    assertThat(Spoofs.mixed(address)).isTrue();
  }
}
