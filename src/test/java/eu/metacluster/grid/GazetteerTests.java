package eu.metacluster.grid;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.shared.Nuts;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Place names stand for the regions that the sources' own data put them in. */
class GazetteerTests {

  private final Gazetteer gazetteer = new Gazetteer();

  @Test
  void writingAndDistrictsOfACityDoNotMatter() {
    gazetteer.learn("FR", "PARIS", "FR101", 10);
    gazetteer.learn("FR", "Paris Cedex 05", "FR101", 5);
    gazetteer.learn("IT", "Forlì", "ITD58", 2);
    assertThat(gazetteer.region("FR", "Paris 15")).contains("FR101");
    assertThat(gazetteer.region("IT", "FORLI'")).as("by the newest code").contains("ITH58");
    assertThat(gazetteer.region("US", "Paris")).isEmpty();
    assertThat(gazetteer.region("FR", null)).isEmpty();
    assertThat(gazetteer.region("FR", "75005")).isEmpty();
  }

  @Test
  void aNameOfSeveralTownsSaysOnlyWhatTheyShareAndOneThingSaysNothing() {
    gazetteer.learn("DE", "Neustadt", "DE123", 3);
    gazetteer.learn("DE", "Neustadt", "DE127", 3);
    gazetteer.learn("DE", "Frankfurt", "DE712", 9);
    gazetteer.learn("DE", "Frankfurt", "DE403", 4);
    gazetteer.learn("DE", "Alleinstadt", "DE403", 1);
    assertThat(gazetteer.region("DE", "Neustadt")).contains("DE12");
    assertThat(gazetteer.region("DE", "Frankfurt")).isEmpty();
    assertThat(gazetteer.region("DE", "Alleinstadt")).isEmpty();
  }

  private record Where(String country, String city, String nuts) {}

  /** One in five organisations of CORDIS is hidden; the others say where it is. */
  @Test
  void hiddenRegionsOfRealOrganisationsAreFound() throws IOException {
    List<Where> all = organisations();
    int asked = 0;
    int said = 0;
    int right = 0;
    for (int i = 0; i < all.size(); i++) {
      if (i % 5 != 0) {
        gazetteer.learn(all.get(i).country(), all.get(i).city(), all.get(i).nuts(), 1);
      }
    }
    for (int i = 0; i < all.size(); i += 5) {
      Where hidden = all.get(i);
      Optional<String> region = gazetteer.region(hidden.country(), hidden.city());
      asked++;
      said += region.isPresent() ? 1 : 0;
      right += region.filter(Nuts.current(hidden.nuts())::startsWith).isPresent() ? 1 : 0;
    }
    assertThat(asked).isGreaterThan(4_000);
    assertThat((double) said / asked).as("answers").isGreaterThan(0.7);
    assertThat((double) right / said).as("right ones").isGreaterThan(0.97);
  }

  private static List<Where> organisations() throws IOException {
    List<Where> all = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(
                        Files.newInputStream(SharedData.at("organisations/pic-list.csv.gz"))),
                    StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        String nuts = row.getField("nutsCode");
        if (nuts.length() == 5 && !row.getField("city").isEmpty()) {
          all.add(new Where(row.getField("country"), row.getField("city"), nuts));
        }
      }
    }
    return all;
  }
}
