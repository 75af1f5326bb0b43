package eu.metacluster.harvest.oai;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Another site of this product reads what this one gives, with the connector it reads all with. */
@ProductTest
@Import(OpenGrid.class)
class OwnRepositoryTests {

  @Autowired OpenGrid grid;
  @LocalServerPort int port;

  private final String word = "own" + OpenGrid.number();

  private Recorder harvest(String prefix, Recorder with) throws Exception {
    return Remotely.read(
        new OaiConnector(),
        URI.create("http://localhost:" + port + "/oai"),
        Map.of("prefix", prefix, "set", "kind:output"),
        with,
        Instant.now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"oai_dc", "oai_datacite", "oai_openaire"})
  void itReadsTheRecordsInEveryForm(String prefix) throws Exception {
    GridRecord output =
        grid.thing(
            RecordKind.OUTPUT,
            "Output & more of " + word,
            Finding.Fact.of(Field.SUMMARY, "What it says 🧬 " + word),
            Finding.Fact.of(Field.PUBLISHED_ON, "2025-03-01"));

    Recorder read = harvest(prefix, new Recorder());

    assertThat(read.problems).isEmpty();
    assertThat(read.whole).isTrue();
    Optional<Finding> finding = of(read, output);
    assertThat(finding).isPresent();
    assertThat(values(finding.orElseThrow(), Field.TITLE))
        .containsExactly("Output & more of " + word);
  }

  @Test
  void itLearnsOfWhatIsGone() throws Exception {
    GridRecord output = grid.thing(RecordKind.OUTPUT, "Going of " + word);
    Recorder first = harvest("oai_dc", new Recorder());
    assertThat(of(first, output)).isPresent();

    grid.withdraw(output);

    Recorder second = harvest("oai_dc", first.next());
    assertThat(of(second, output)).isEmpty();
    assertThat(second.gone).anyMatch(gone -> gone.key().endsWith(output.id().toString()));
  }

  private static Optional<Finding> of(Recorder read, GridRecord record) {
    return read.findings.stream()
        .filter(finding -> finding.key().endsWith(record.id().toString()))
        .findFirst();
  }

  private static List<String> values(Finding finding, Field field) {
    return finding.facts().stream()
        .filter(fact -> fact.field() == field)
        .map(Finding.Fact::value)
        .toList();
  }
}
