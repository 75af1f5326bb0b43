package eu.metacluster.discovery.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.support.SharedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eurostat's files for the map, and files that are none. */
class AreaFileTests {

  private static List<Area> real(String name) throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.at("geography/" + name))) {
      return AreaFile.read(in);
    }
  }

  private static List<Area> of(String json) {
    return AreaFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void allLevelsOfEurope() throws IOException {
    List<Area> areas = real("NUTS_RG_60M_2024_4326.geojson.gz");
    Map<Integer, Long> levels =
        areas.stream().collect(Collectors.groupingBy(Area::level, Collectors.counting()));
    assertThat(levels.get(1)).isBetween(105L, 114L);
    assertThat(levels.get(2)).isBetween(280L, 296L);
    assertThat(levels.get(3)).isBetween(1_300L, 1_345L);
    assertThat(areas).allMatch(area -> area.path().matches("(M-?[0-9. -]+(l-?[0-9. -]+)*z)+"));
    Map<String, Area> byCode =
        areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
    assertThat(byCode).containsKeys("DE3", "DE30", "DE300", "MT001", "LI000");
    assertThat(byCode).doesNotContainKeys("FRY10", "ES703");
    assertThat(areas.stream().mapToInt(area -> area.path().length()).sum()).isLessThan(600_000);
  }

  @Test
  void anOlderClassificationIsDrawnUnderItsNewCodes() throws IOException {
    List<Area> areas = real("NUTS_RG_60M_2021_4326_LEVL_3.geojson.gz");
    assertThat(areas).extracting(Area::code).doesNotHaveDuplicates().contains("PT1D1", "DE300");
    assertThat(areas).extracting(Area::code).doesNotContain("PT170");
    assertThat(areas).allMatch(area -> area.level() == 3);
  }

  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[10,50],[11,50],[11,51],[10,51],[10,50]]]}";

  private static String collection(String code, String geometry) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
        + "{\"NUTS_ID\":\"%s\",\"NAME_LATN\":\"A <b> & c\"},\"geometry\":%s}]}"
            .formatted(code, geometry);
  }

  @Test
  void aSquareIsClosedAndKeepsItsCorners() {
    Area area = of(collection("XX01", SQUARE)).getFirst();
    assertThat(area.path().chars().filter(c -> c == 'l').count()).isBetween(3L, 4L);
    assertThat(area.name()).isEqualTo("A <b> & c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "not json",
        "{\"features\":[{\"properties\":",
        "{\"features\":[]}",
        "{\"features\":[{\"properties\":{\"NUTS_ID\":\"<script>\"}}]}",
        "{\"features\":[{\"properties\":{\"NUTS_ID\":\"AT13\"},\"geometry\":null}]}",
        "{\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3035\"}},\"features\":[]}",
      })
  void whatIsNoneIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> of(text)).hasMessageStartingWith("MC-1661");
  }

  @Test
  void coordinatesThatAreNoDegreesAreRefused() {
    String metres = SQUARE.replace("11", "4321000");
    assertThatThrownBy(() -> of(collection("AT13", metres))).hasMessageContaining("degrees");
  }

  @Test
  void aPackedFileThatBreaksOffIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(collection("AT13", SQUARE).getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertThatThrownBy(() -> AreaFile.read(new ByteArrayInputStream(half)))
        .hasMessageStartingWith("MC-1661");
  }

  private static List<PeopleFile.People> people(String csv) {
    return PeopleFile.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theNewestTotalOfEachRegionCounts() {
    Inhabitants inhabitants =
        Inhabitants.with(
            people(
                """
                DATAFLOW,freq,sex,unit,age,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
                ESTAT:X,A,T,NR,TOTAL,EL30,2022,3800000,
                ESTAT:X,A,T,NR,TOTAL,EL30,2023,4000000,p
                ESTAT:X,A,F,NR,TOTAL,EL30,2024,2000000,
                ESTAT:X,A,T,NR,Y_LT15,EL30,2024,500000,
                ESTAT:X,A,T,NR,TOTAL,EL,2023,10000000,
                ESTAT:X,A,T,NR,TOTAL,EU27_2020,2023,448000000,
                """));
    assertThat(inhabitants.perMillion("EL30", java.math.BigDecimal.valueOf(8)))
        .isEqualByComparingTo("2");
    assertThat(inhabitants.perMillion("GR", java.math.BigDecimal.valueOf(8)))
        .isEqualByComparingTo("0.8");
    assertThat(inhabitants.perMillion("DE30", java.math.BigDecimal.ONE)).isNull();
    assertThat(inhabitants.perMillion("DE", java.math.BigDecimal.valueOf(8346))).isNotNull();
    assertThat(inhabitants.year()).isEqualTo(2023);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "geo,year\nAT,2024", "\"geo", "geo,TIME_PERIOD,OBS_VALUE\nAT,2024,:"})
  void aTableWithoutNumbersIsRefused(String csv) {
    assertThatThrownBy(() -> people(csv)).hasMessageStartingWith("MC-1662");
  }
}
