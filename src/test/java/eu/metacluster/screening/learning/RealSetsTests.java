package eu.metacluster.screening.learning;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What the docs claim, on the smallest real sets. */
class RealSetsTests {

  @Test
  void triptansAreFoundWithinTheMeasuredEffort() throws IOException {
    Reading reading = read("cohen2006_Triptans");

    Measures measures = Objects.requireNonNull(reading.measures());
    assertThat(measures.wss95()).isGreaterThan(0.55);
    assertThat(reading.stop().read()).isGreaterThanOrEqualTo(reading.oracle());
  }

  @Test
  void theIntervalHoldsWhereReadingMayStop() throws IOException {
    Reading reading = read("cohen2006_ADHD");

    assertThat(reading.held(reading.stop())).isTrue();
  }

  private static Reading read(String set) throws IOException {
    List<ScreeningText> texts = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(
                        Files.newInputStream(SharedData.at("screening/" + set + ".csv.gz"))),
                    StandardCharsets.UTF_8))) {
      csv.forEach(
          row -> {
            texts.add(new ScreeningText(row.getField("title"), row.getField("abstract")));
            labels.add(row.getField("label").startsWith("1"));
          });
    }
    boolean[] truth = new boolean[labels.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = labels.get(i);
    }
    return new Simulation(TextPool.of(texts), truth)
        .run(List.of(labels.indexOf(true), labels.indexOf(false)));
  }
}
