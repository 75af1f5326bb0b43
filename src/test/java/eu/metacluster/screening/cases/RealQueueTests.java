package eu.metacluster.screening.cases;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Origin;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole Horizon Europe export in the queue, held against the labelled sample. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
@Tag("slow")
class RealQueueTests {

  private static final int BATCH = 1_000;

  @Autowired Committee committee;
  @Autowired Intake intake;
  @Autowired CaseIntake reconciling;
  @Autowired CaseFollower follower;
  @Autowired JdbcClient jdbc;

  @Test
  void theRealExportIsRankedWithTheRelevantOnTop() throws IOException {
    Path projects = SharedData.at("cordis/horizon/project.csv.gz");
    Map<String, Integer> labels = labels(SharedData.at("labels/precision-oncology.jsonl"));
    Origin origin = committee.origin();
    take(projects, origin);
    committee.settle();
    Duration again = timed(() -> reconcileAll());

    List<String> grants =
        jdbc.sql(
                """
                select c.words from screening.case c
                where c.state = 'open' and c.sources = array['Source of a test'] and c.kind = 'project'
                order by c.usefulness desc, c.id""")
            .query(String.class)
            .list();
    System.out.printf(
        "queue: %d cases opened in %d ms, scoring included%n", grants.size(), again.toMillis());
    assertThat(grants).hasSizeGreaterThanOrEqualTo(15_000);
    assertThat(again).isLessThan(Duration.ofSeconds(60));
    assertThat(share(grants.subList(0, 50), labels))
        .as("in scope of the top 50")
        .isGreaterThan(0.8);
    assertThat(share(grants.subList(0, 400), labels))
        .as("in scope of the top 400")
        .isGreaterThan(0.8);
    assertThat(share(grants.subList(5_000, 15_000), labels))
        .as("in scope far down")
        .isLessThan(0.01);
  }

  /** Empties the untouched queue and opens every case again, as the follower does it. */
  private void reconcileAll() {
    List<UUID> all =
        jdbc.sql("select record from screening.case_member order by record")
            .query(UUID.class)
            .list();
    follower.forget();
    for (int at = 0; at < all.size(); at += 2_000) {
      reconciling.reconcile(all.subList(at, Math.min(all.size(), at + 2_000)));
    }
  }

  private static Duration timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void take(Path projects, Origin origin) throws IOException {
    List<Finding> batch = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(projects)), StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        batch.add(
            Committee.project(
                row.getField("id"),
                row.getField("acronym"),
                row.getField("title"),
                row.getField("objective")));
        if (batch.size() == BATCH) {
          intake.accept(origin, batch);
          batch = new ArrayList<>();
        }
      }
    }
    intake.accept(origin, batch);
  }

  /** The labelled share that is in scope; words end with the grant number. */
  private static double share(List<String> words, Map<String, Integer> labels) {
    List<Integer> labelled =
        words.stream()
            .map(one -> labels.get(one.substring(one.lastIndexOf(' ') + 1)))
            .filter(java.util.Objects::nonNull)
            .toList();
    assertThat(labelled).as("labelled ones among them").isNotEmpty();
    return labelled.stream().filter(scope -> scope > 0).count() / (double) labelled.size();
  }

  private static Map<String, Integer> labels(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    Map<String, Integer> labels = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        JsonNode label = json.readTree(line);
        labels.put(label.get("id").asString(), label.get("scope").asInt());
      }
    }
    return labels;
  }
}
