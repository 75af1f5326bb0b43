package eu.metacluster.shared;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NutsTests {

  @ParameterizedTest
  @CsvSource({
    "ITD5,ITH5",
    "ITD55,ITH55",
    "GR300,EL300",
    "GR123,EL523",
    "FR718,FRK28",
    "FR92,FRY2",
    "PL127,PL911",
    "PL128,PL9",
    "PT170,PT1",
    "HR01,HR0",
    "NL310,NL350",
    "LT00A,LT011",
    "DE,DE",
    "DE300,DE300",
    "UKI31,UKI31",
    "'',''",
    "Zürich,Zürich"
  })
  void aFormerCodeLeadsToTheRegionOfToday(String former, String now) {
    assertThat(Nuts.current(former)).isEqualTo(now);
  }

  @Test
  void everySuccessorIsARegionOfTodayAndNoneOfTodayMoves() throws IOException {
    Set<String> today = codes(SharedData.at("geography/nuts2024-codes.csv"));
    assertThat(today).allSatisfy(code -> assertThat(Nuts.current(code)).isEqualTo(code));
    assertThat(Nuts.former())
        .filteredOn(code -> !code.startsWith("UK"))
        .allSatisfy(code -> assertThat(today).contains(Nuts.current(code)));
  }

  @Test
  void everyRegionThatTheExportNamesInTheUnionIsFound() throws IOException {
    Set<String> today = codes(SharedData.at("geography/nuts2024-codes.csv"));
    Set<String> countries = today.stream().filter(c -> c.length() == 2).collect(Collectors.toSet());
    Set<String> named = codes(SharedData.at("geography/cordis-nuts-names.csv"));
    assertThat(named)
        .filteredOn(code -> code.length() > 2 && countries.contains(code.substring(0, 2)))
        .filteredOn(code -> !code.startsWith("UK"))
        .allSatisfy(code -> assertThat(today).contains(Nuts.current(code)));
  }

  private static Set<String> codes(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .collect(Collectors.toSet());
  }
}
