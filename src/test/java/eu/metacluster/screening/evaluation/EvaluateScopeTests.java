package eu.metacluster.screening.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.platform.Tool;
import eu.metacluster.platform.UnusableInputException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateScopeTests {

  private static final String PROJECTS =
      """
      \uFEFFid;title;objective
      1;Liquid biopsy to choose treatment;"Circulating tumour DNA guides targeted therapy of lung cancer patients; mutation profiling decides."
      2;Ocean currents;We measure salt in the sea.
      3;Deep learning for breast cancer;Radiomics and genomics tailor treatment of breast cancer to the patient.
      """;

  @TempDir Path folder;

  @Test
  void figuresAreWrittenAsOneObjectAndScoresAsATable() throws Exception {
    Path out = folder.resolve("scores.csv");

    JsonNode figures =
        figures(
            """
            {"id":"1","scope":2,"pillars":["treatment"],"technologies":["liquid_biopsy"],"cancers":["lung"]}
            {"id":"2","scope":0,"inclusion_probability":0.5}
            {"id":"3","scope":2,"cancers":["breast"]}
            {"id":"99","scope":1}
            """,
            out);

    assertThat(figures.get("n").asInt()).isEqualTo(3);
    assertThat(figures.get("ap_any").asDouble()).isEqualTo(1);
    assertThat(figures.has("micro_f1_cancers_weighted")).isTrue();
    assertThat(Files.readAllLines(out))
        .hasSize(4)
        .first()
        .isEqualTo("id,p_core,p_any,facets,evidence");
  }

  @Test
  void averagePrecisionFallsWhenTheLabelsSayTheOpposite() throws Exception {
    JsonNode figures =
        figures(
            "{\"id\":\"1\",\"scope\":0}\n{\"id\":\"2\",\"scope\":2}\n{\"id\":\"3\",\"scope\":0}",
            null);

    assertThat(figures.get("ap_any").asDouble()).isLessThan(0.34);
  }

  @Test
  void brokenLabelsAreNamedByTheirLine() throws Exception {
    Path labels =
        Files.writeString(folder.resolve("bad.jsonl"), "{\"id\":\"1\",\"scope\":1}\n{\"id\":");

    assertThatThrownBy(() -> Label.read(labels))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("line 2");
  }

  private JsonNode figures(String labels, @org.jspecify.annotations.Nullable Path out)
      throws Exception {
    Path projects = Files.writeString(folder.resolve("projects.csv"), PROJECTS);
    Path file = Files.writeString(folder.resolve("labels.jsonl"), labels);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      List<String> words =
          new java.util.ArrayList<>(
              List.of(
                  "evaluate",
                  "scope",
                  "--projects",
                  projects.toString(),
                  "--labels",
                  file.toString()));
      if (out != null) {
        words.addAll(List.of("--out", out.toString()));
      }
      assertThat(Tool.call(words)).isZero();
    } finally {
      System.setOut(before);
    }
    String text = printed.toString(StandardCharsets.UTF_8).strip();
    return JsonMapper.builder().build().readTree(text.substring(text.lastIndexOf('\n') + 1));
  }
}
