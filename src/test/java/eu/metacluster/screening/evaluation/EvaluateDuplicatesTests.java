package eu.metacluster.screening.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.Table;
import eu.metacluster.support.CommandLine;
import eu.metacluster.support.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluateDuplicatesTests {

  @TempDir Path folder;

  @Test
  void personsWithErrorsAreFoundInOneTable() throws Exception {
    Path records = SharedData.at("entity-resolution/febrl1/records.csv");
    Path out = folder.resolve("pairs.csv");

    JsonNode figures = run("--a", records.toString(), "--out", out.toString());

    assertThat(figures.get("f1").asDouble()).isGreaterThanOrEqualTo(0.998);
    assertThat(figures.get("true_pairs").asInt()).isEqualTo(500);
    assertThat(Files.readAllLines(out))
        .hasSize(figures.get("links").asInt() + 1)
        .first()
        .isEqualTo("idA,idB,probability");
  }

  @Test
  void restaurantsOfTwoGuidesAreLinkedAlsoWithoutTheColumnThatTellsTheAnswer() throws Exception {
    Path a = without(SharedData.at("entity-resolution/fodors_zagats/tableA.csv"), "a.csv");
    Path b = without(SharedData.at("entity-resolution/fodors_zagats/tableB.csv"), "b.csv");
    String truth = SharedData.at("entity-resolution/fodors_zagats/matches.csv").toString();

    JsonNode figures = run("--a", a.toString(), "--b", b.toString(), "--truth", truth);

    assertThat(figures.get("f1").asDouble()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void productsAreLinkedWhereEachHasAPartner() throws Exception {
    Path folder = SharedData.at("entity-resolution/abt_buy");

    JsonNode figures =
        run(
            "--a",
            folder.resolve("tableA.csv").toString(),
            "--b",
            folder.resolve("tableB.csv").toString(),
            "--truth",
            folder.resolve("matches.csv").toString());

    assertThat(figures.get("f1").asDouble()).isGreaterThanOrEqualTo(0.94);
  }

  @Test
  void theTruthMayBeLabelledPairs() throws Exception {
    Path a = table("a.csv", "id,name\n1,Maria Oliveira\n2,Jan Kowalczyk\n3,Sofia Papadaki\n");
    Path b = table("b.csv", "id,name\n7,Oliveira Maria\n8,Kowalczyk Jan\n9,Papadaki Sofia\n");
    Path truth = table("t.csv", "idA,idB,label\n1,7,1\n2,8,0\n");

    JsonNode figures = run("--a", a.toString(), "--b", b.toString(), "--truth", truth.toString());

    assertThat(figures.get("true_pairs").asInt()).isEqualTo(1);
  }

  @Test
  void whatCannotBeUsedIsRefused() throws Exception {
    Path good = table("good.csv", "id,name\n1,Anna\n2,Berta\n");

    assertThat(refused("--a", table("empty.csv", "").toString())).contains("is empty");
    assertThat(refused("--a", table("one.csv", "id\n1\n2\n").toString())).contains("one column");
    assertThat(refused("--a", table("c.csv", "id,cluster\n1,2\n").toString()))
        .contains("no column to compare");
    assertThat(refused("--a", folder.resolve("missing.csv").toString())).contains("no file");
    Path truth = table("t.csv", "idA,idB\n8,9\n");
    assertThat(refused("--a", good.toString(), "--truth", truth.toString()))
        .contains("no pair of rows");
    assertThat(refused("--a", good.toString(), "--truth", table("t1.csv", "x\n1\n").toString()))
        .contains("two columns");
  }

  @Test
  void strangeContentIsReadAndNothingIsInvented() throws Exception {
    String rows =
        "id,name,note\n1,"
            + "x".repeat(1 << 20)
            + ",a\n1,Πανεπιστήμιο Πατρών,\0\1\n2,東京大学,б\n3,,\n";
    Path odd = table("odd.csv", rows);
    Path binary = folder.resolve("binary.csv");
    byte[] bytes = new byte[5_000];
    new java.util.Random(1).nextBytes(bytes);
    Files.write(binary, bytes);

    assertThat(run("--a", odd.toString()).get("links").asInt()).isZero();
    assertThat(CommandLine.run(List.of("evaluate", "duplicates", "--a", binary.toString())).code())
        .isIn(0, 2);
  }

  @Test
  void nothingIsInventedBetweenTablesThatHaveNothingInCommon() throws Exception {
    Path a = SharedData.at("entity-resolution/abt_buy/tableA.csv");
    Path b = SharedData.at("entity-resolution/fodors_zagats/tableB.csv");

    assertThat(run("--a", a.toString(), "--b", b.toString()).get("links").asInt()).isLessThan(4);
  }

  private Path without(Path file, String name) throws Exception {
    Table table = Table.read(file);
    int last = table.columns().indexOf("class");
    List<String> lines =
        IntStream.range(-1, table.rows().size())
            .mapToObj(i -> i < 0 ? table.columns() : table.rows().get(i))
            .map(row -> row.subList(0, last))
            .map(row -> String.join("\t", row))
            .toList();
    return Files.write(folder.resolve(name), lines);
  }

  private Path table(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static JsonNode run(String... words) {
    return CommandLine.run(named(words)).figures();
  }

  private static String refused(String... words) {
    CommandLine.Outcome outcome = CommandLine.run(named(words));
    assertThat(outcome.code()).isEqualTo(2);
    return outcome.said();
  }

  private static List<String> named(String... words) {
    List<String> named = new java.util.ArrayList<>(List.of("evaluate", "duplicates"));
    named.addAll(List.of(words));
    return named;
  }
}
