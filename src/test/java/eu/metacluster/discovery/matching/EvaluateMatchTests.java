package eu.metacluster.discovery.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.Table;
import eu.metacluster.support.CommandLine;
import eu.metacluster.support.CommandLine.Outcome;
import eu.metacluster.support.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluateMatchTests {

  @TempDir Path folder;

  @Test
  void aCallIsFoundByWhatItIsAbout() throws Exception {
    calls(folder);
    Path out = folder.resolve("scores.csv");

    Outcome outcome = evaluate("--set", folder.toString(), "--out", out.toString());

    assertThat(outcome.code()).as(outcome.said()).isZero();
    assertThat(outcome.figures().get("MRR").asDouble()).isEqualTo(1);
    assertThat(outcome.figures().get("queries").asInt()).isEqualTo(2);
    assertThat(Files.readAllLines(out)).first().isEqualTo("query_id,topic,score");
    assertThat(Files.readAllLines(out).get(1)).startsWith("1,HEALTH-01,");
  }

  @Test
  void partnersAreThoseWhoDidTheLike() throws Exception {
    write("organisations.csv", "organisation,name", "o1,Hospital", "o2,Port", "o3,Clinic");
    write(
        "profile_projects.csv",
        "project_id,title,abstract,organisations",
        "p1,Liquid biopsy of lung cancer,Circulating tumour DNA guides therapy,o1|o3",
        "p2,Harbour logistics,Ships and containers are moved faster,o2",
        "p3,Blood tests for cancer,Tumour DNA in blood of patients,o3");
    write("queries.csv", "query_id,title,abstract", "q,Tumour DNA in blood,Cancer patients tested");
    write("relevant.csv", "query_id,organisation", "q,o3", "q,o1");

    JsonNode figures = evaluate("--set", folder.toString()).figures();

    assertThat(figures.get("set").asString()).isEqualTo(folder.getFileName().toString());
    assertThat(figures.get("MRR").asDouble()).isEqualTo(1);
    assertThat(figures.get("MAP").asDouble()).isEqualTo(1);
    assertThat(figures.get("R@10").asDouble()).isEqualTo(1);
  }

  @Test
  void severalSetsAreMeasuredTogether() throws Exception {
    calls(Files.createDirectory(folder.resolve("one")));
    calls(Files.createDirectory(folder.resolve("two")));

    Outcome outcome =
        evaluate("--set", folder.toString(), "--out", folder.resolve("s.csv").toString());

    assertThat(outcome.figures().get("two").get("R@1").asDouble()).isEqualTo(1);
    assertThat(folder.resolve("s-one.csv")).exists();
  }

  @Test
  void whatIsNoSetIsRefusedWithASentence() throws Exception {
    assertThat(evaluate("--set", folder.toString()))
        .satisfies(outcome -> assertThat(outcome.code()).isEqualTo(2))
        .satisfies(outcome -> assertThat(outcome.said()).contains("is no set for matching"));
    assertThat(evaluate("--set", folder.resolve("nowhere").toString()).said())
        .contains("there is no folder");
    write("judgements.csv", "expert_id,document_id,expertise", "e,d,5");
    write("documents.csv", "document_id,title", "other,A title");
    write("profiles.csv", "profile_version,expert_id,document_id", "1,e,other");
    Outcome unknown = evaluate("--set", folder.toString());
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.said()).contains("names the document d");
    write("judgements.csv", "expert_id,document_id,expertise", "e,other,much");
    assertThat(evaluate("--set", folder.toString()).said()).contains("\"much\" is no expertise");
  }

  /** The figures of a published system, from its published scores. */
  @Test
  void theLossIsCountedAsPublished() throws Exception {
    Path set = SharedData.at("expert-match/reviewer_gold_standard");
    Map<String, Double> expertise = new HashMap<>();
    for (Table.Row row : Table.read(set.resolve("judgements.csv")).named("expertise")) {
      expertise.put(key(row), Double.valueOf(row.get("expertise")));
    }
    Map<String, ExpertFigures> versions = new HashMap<>();
    for (Table.Row row : Table.read(set.resolve("published_predictions.csv.gz")).named("score")) {
      if (row.get("algorithm").toLowerCase(java.util.Locale.ROOT).equals("tpms")) {
        versions
            .computeIfAbsent(row.get("profile_version"), v -> new ExpertFigures())
            .add(
                row.get("expert_id"),
                expertise.getOrDefault(key(row), 0.0),
                Double.parseDouble(row.get("score")));
      }
    }

    List<ExpertFigures> counted = versions.values().stream().map(ExpertFigures::counted).toList();

    assertThat(counted).hasSize(10);
    Offset<Double> close = Offset.offset(0.001);
    assertThat(counted.stream().mapToDouble(ExpertFigures::loss).average().orElse(9))
        .isCloseTo(0.281, close);
    assertThat(counted.stream().mapToDouble(ExpertFigures::easy).average().orElse(9))
        .isCloseTo(0.800, close);
    assertThat(counted.stream().mapToDouble(ExpertFigures::hard).average().orElse(9))
        .isCloseTo(0.622, close);
  }

  /** The smallest of the three sets is read whole each time; the others take minutes. */
  @Test
  void expertsAreRankedAsWellAsWeSay() {
    JsonNode figures =
        evaluate("--set", SharedData.at("expert-match/reviewer_gold_standard").toString())
            .figures();

    assertThat(figures.get("loss").asDouble()).isBetween(0.15, 0.22);
    assertThat(figures.get("hard").asDouble()).isBetween(0.65, 0.8);
    assertThat(figures.get("easy").asDouble()).isBetween(0.87, 0.95);
  }

  @Test
  void ranksAreCountedFromOne() {
    RankFigures figures = new RankFigures(true, 2);
    figures.add(List.of("a", "b", "c", "d"), Set.of("b", "d"));

    assertThat(figures.all())
        .containsEntry("MRR", 0.5)
        .containsEntry("MAP", 0.5)
        .containsEntry("R@2", 0.5);
    double ideal = 1 + Math.log(2) / Math.log(3);
    double gain = Math.log(2) / Math.log(3) + Math.log(2) / Math.log(5);
    assertThat((double) figures.all().getOrDefault("nDCG@20", 0.0))
        .isCloseTo(gain / ideal, Offset.offset(1e-4));
  }

  private static String key(Table.Row row) {
    return row.get("expert_id") + ' ' + row.get("document_id");
  }

  private static void calls(Path folder) throws Exception {
    Files.write(
        folder.resolve("topics.csv"),
        List.of("topic,title", "HEALTH-01,New tests for rare cancers", "SEA-02,Cleaner ships"));
    Files.write(
        folder.resolve("queries.csv"),
        List.of(
            "query_id,acronym,title,abstract,topic",
            "1,A,A blood test,A test for a rare cancer of children,HEALTH-01",
            "2,B,Hydrogen for ferries,A ship without smoke is cleaner,SEA-02"));
  }

  private void write(String file, String... lines) throws Exception {
    Files.write(folder.resolve(file), List.of(lines));
  }

  private static Outcome evaluate(String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("evaluate", "match"));
    words.addAll(List.of(more));
    return CommandLine.run(words);
  }
}
