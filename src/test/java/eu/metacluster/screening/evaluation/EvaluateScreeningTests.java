package eu.metacluster.screening.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.Tool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateScreeningTests {

  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out.strip().lines().toList().getLast());
    }
  }

  @Test
  void figuresOfEachRunAndTheirMeanArePrinted() throws Exception {
    Outcome outcome = call("--records", records(60).toString(), "--runs", "3");

    assertThat(outcome.code()).isZero();
    JsonNode json = outcome.json();
    assertThat(json.get("records").asInt()).isEqualTo(60);
    assertThat(json.get("runs").size()).isEqualTo(3);
    for (String key :
        List.of(
            "wss95",
            "recall10",
            "atd",
            "loss",
            "stopped_at",
            "recall_at_stop",
            "interval_holds",
            "read_to_oracle")) {
      double sum = 0;
      for (JsonNode run : json.get("runs")) {
        sum += run.get(key).asDouble();
      }
      assertThat(json.get("mean").get(key).asDouble())
          .as(key)
          .isCloseTo(sum / 3, org.assertj.core.api.Assertions.within(1e-9));
    }
  }

  @Test
  void aSeedGivesTheSameFiguresAgainAndAnotherOneOthers() throws Exception {
    Path records = records(60);

    String first = call("--records", records.toString(), "--runs", "2").out();
    assertThat(call("--records", records.toString(), "--runs", "2").out()).isEqualTo(first);
    assertThat(call("--records", records.toString(), "--runs", "2", "--seed", "7").out())
        .isNotEqualTo(first);
  }

  @Test
  void priorsAreTakenFromTheirFile() throws Exception {
    Path priors = Files.writeString(folder.resolve("priors.txt"), "0 1\n\n5 2 3\n");

    JsonNode json = call("--records", records(60).toString(), "--priors", priors.toString()).json();

    assertThat(json.get("runs").size()).isEqualTo(2);
    assertThat(json.get("runs").get(1).get("priors").toString()).isEqualTo("[5,2,3]");
  }

  @Test
  void whatCannotBeUsedIsRefusedWithASentence() throws Exception {
    Path none =
        Files.writeString(folder.resolve("none.csv"), "title,abstract,label\na,b,0\nc,d,0\n");
    Path odd = Files.writeString(folder.resolve("odd.csv"), "title,abstract,label\na,b,maybe\n");
    Path column = Files.writeString(folder.resolve("column.csv"), "title,label\na,1\n");
    Path priors = Files.writeString(folder.resolve("bad.txt"), "0 999\n");

    refused("0 relevant records", "--records", none.toString());
    refused("label \"maybe\"", "--records", odd.toString());
    refused("no column abstract", "--records", column.toString());
    refused(
        "\"999\" is not a row", "--records", records(60).toString(), "--priors", priors.toString());
    refused("--records is missing");
  }

  private void refused(String sentence, String... words) throws Exception {
    Outcome outcome = call(words);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(sentence);
  }

  private Path records(int size) throws Exception {
    StringBuilder csv = new StringBuilder("record_id,title,abstract,label\n");
    for (int i = 0; i < size; i++) {
      boolean relevant = i % 5 == 0;
      csv.append(i)
          .append(relevant ? ",Tumour genome " : ",Ocean tide ")
          .append(i)
          .append(relevant ? ",sequencing of a tumour and therapy," : ",ships and salt water,")
          .append(relevant ? 1 : 0)
          .append('\n');
    }
    return Files.writeString(folder.resolve("set.csv"), csv.toString());
  }

  private static Outcome call(String... words) {
    List<String> all = new ArrayList<>(List.of("evaluate", "screening"));
    all.addAll(List.of(words));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      Integer code = Tool.call(all);
      return new Outcome(
          code == null ? -1 : code,
          out.toString(StandardCharsets.UTF_8),
          err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }
}
