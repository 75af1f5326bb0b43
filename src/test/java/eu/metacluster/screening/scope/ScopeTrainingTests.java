package eu.metacluster.screening.scope;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeTrainingTests {

  private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

  @Test
  void heldOutProjectsAreScoredWellEnough() throws IOException {
    Map<String, Double> figures =
        new ScopeTraining(
                SharedData.at("cordis/horizon/project.csv.gz"),
                SharedData.at("labels/precision-oncology.jsonl"),
                SILENT)
            .crossValidate();

    assertThat(figures.get("ap_core")).isGreaterThan(0.80);
    assertThat(figures.get("ap_any")).isGreaterThan(0.97);
    assertThat(figures.get("f1_core")).isGreaterThan(0.69);
    assertThat(figures.get("f1_any")).isGreaterThan(0.92);
    assertThat(figures.get("micro_f1_pillars")).isGreaterThan(0.80);
    assertThat(figures.get("micro_f1_technologies")).isGreaterThan(0.70);
    assertThat(figures.get("micro_f1_cancers")).isGreaterThan(0.88);
    assertThat(figures.get("calibration_error_core")).isLessThan(0.01);
    assertThat(figures.get("calibration_error_any")).isLessThan(0.01);
  }

  @Test
  void theSameFilesGiveTheSameModel() throws IOException {
    assertThat(trained()).isEqualTo(trained());
  }

  @Test
  void tenThousandTextsTakeSeconds() throws IOException {
    Collection<ScopeText> texts =
        TrainingFiles.texts(SharedData.at("cordis/horizon/project.csv.gz")).values();
    ScopeModel model = ScopeModel.load();
    double best = 0;
    for (int round = 0; round < 4; round++) {
      long start = System.nanoTime();
      double inScope = texts.stream().mapToDouble(text -> model.score(text).any()).sum();
      best = Math.max(best, texts.size() / ((System.nanoTime() - start) / 1e9));
      assertThat(inScope / texts.size()).isBetween(0.02, 0.10);
    }
    System.out.printf("scope model: %.0f texts a second in one thread%n", best);
    assertThat(best).isGreaterThan(2_000);
  }

  private static byte[] trained() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(
        new ScopeTraining(
                SharedData.at("cordis/horizon/project.csv.gz"),
                SharedData.at("labels/precision-oncology.jsonl"),
                SILENT)
            .fit(),
        out);
    return out.toByteArray();
  }
}
