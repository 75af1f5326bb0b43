package eu.metacluster.screening.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.metacluster.platform.Table;
import eu.metacluster.support.CommandLine;
import eu.metacluster.support.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluateOrganisationsTests {

  @TempDir Path folder;

  @Test
  void participantsOfProjectsFindTheirEntry() throws Exception {
    Table all = Table.read(SharedData.at("entity-resolution/org_cordis_ror/participants.csv.gz"));
    Path mentions = folder.resolve("mentions.csv");
    try (CsvWriter csv = CsvWriter.builder().build(mentions)) {
      csv.writeRecord(all.columns());
      all.rows().subList(0, 400).forEach(csv::writeRecord);
    }
    Path register = SharedData.at("entity-resolution/org_registry/ror_subset.csv.gz");
    Path out = folder.resolve("links.csv");

    JsonNode figures = run(mentions, register, out).figures();

    assertThat(figures.get("f1").asDouble()).isGreaterThanOrEqualTo(0.92);
    assertThat(figures.get("precision").asDouble()).isGreaterThanOrEqualTo(0.95);
    assertThat(Files.readAllLines(out)).hasSize(401);
  }

  @Test
  void wrongLinksCountAgainstPrecisionOnlyWhereTheRegistersScriptCountsSo() {
    OrganisationCount count = new OrganisationCount();
    count.add("a", List.of("a"));
    count.add("b", List.of("a", "c"));
    count.add("", List.of("a"));
    count.add("", List.of());
    count.add("d", List.of());
    Map<String, Object> lines = new HashMap<>();
    Map<String, Object> participants = new HashMap<>();

    count.into(lines, true);
    count.into(participants, false);

    assertThat(lines).containsEntry("precision", 0.3333).containsEntry("recall", 0.5);
    assertThat(participants).containsEntry("recall", 0.3333);
  }

  @Test
  void filesWithoutTheColumnsAreRefused() throws Exception {
    Path mentions = Files.writeString(folder.resolve("m.csv"), "who\nme\n");
    Path register = Files.writeString(folder.resolve("r.csv"), "ror,name\n1,University of X\n");
    Path none = Files.writeString(folder.resolve("n.csv"), "ror,name\n");

    assertThat(run(mentions, register, folder.resolve("o.csv")).code()).isEqualTo(2);
    Path good = Files.writeString(folder.resolve("g.csv"), "affiliation\nUniversity of X\n");
    assertThat(run(good, none, folder.resolve("o.csv")).said()).contains("no organisation");
    assertThat(run(good, register, folder.resolve("o.csv")).code()).isZero();
  }

  private static CommandLine.Outcome run(Path mentions, Path register, Path out) {
    return CommandLine.run(
        List.of(
            "evaluate",
            "organisations",
            "--mentions",
            mentions.toString(),
            "--registry",
            register.toString(),
            "--out",
            out.toString()));
  }
}
