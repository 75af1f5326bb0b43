package eu.metacluster.discovery.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MapTests {

  private static final List<String> EUROPE =
      List.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO",
          "CH", "GB", "AL", "BA", "ME", "MK", "RS", "XK", "MD", "UA", "TR");

  private static String shapes() throws IOException {
    try (var in = MapTests.class.getResourceAsStream("/assets/europe.svg")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theProjectionIsTheOneOfTheEuropeanGrid() {
    Projection.Point centre = Projection.metres(52, 10);
    assertThat(centre.x()).isCloseTo(4_321_000, within(0.01));
    assertThat(centre.y()).isCloseTo(3_210_000, within(0.01));
    // the worked example of the guidance note on projections (EPSG 7-2): 50 N, 5 E
    Projection.Point example = Projection.metres(50, 5);
    assertThat(example.x()).isCloseTo(3_962_799.45, within(0.1));
    assertThat(example.y()).isCloseTo(2_999_718.85, within(0.1));
  }

  @Test
  void everyEuropeanCountryHasAShapeAndTheFileStaysSmall() throws IOException {
    assertThat(EUROPE).allMatch(Lands::onSheet);
    assertThat(Lands.onSheet("US")).isFalse();
    assertThat(shapes()).hasSizeLessThan(250_000).contains("public domain");
  }

  @Test
  void everyRegionThatCordisNamesHasANameInLatinLetters() throws IOException {
    assertThat(Regions.name("DE30")).isEqualTo("Berlin");
    assertThat(Regions.name("EL30")).isEqualTo("Attiki");
    assertThat(Regions.name("ZZ99")).isEqualTo("ZZ99");
    List<String> codes =
        Files.readAllLines(SharedData.at("geography/cordis-nuts-names.csv")).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .filter(code -> code.length() > 2)
            .toList();
    assertThat(codes).hasSizeGreaterThan(1_500);
    assertThat(codes).noneMatch(code -> Regions.name(code).equals(code));
    assertThat(codes)
        .allMatch(code -> Regions.name(code).matches("[^\\p{IsGreek}\\p{IsCyrillic}]+"));
  }

  @Test
  void shadesAreRoundNumbersThatHoldEveryValue() {
    Shades shades = Shades.between(1, 78);
    assertThat(shades.from()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0);
    assertThat(shades.of(0)).isZero();
    assertThat(shades.of(1)).isEqualTo(1);
    assertThat(shades.of(78)).isEqualTo(5);
    assertThat(Shades.between(3, 3).of(3)).isEqualTo(1);
    assertThat(Shades.between(0, 0).from()).isEmpty();
  }
}
