package eu.metacluster.platform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EmbedderTests {

  private static final Embedder EMBEDDER = Embedder.shipped();

  private static final String TUMOUR = "A blood test that finds tumour mutations before surgery.";
  private static final String CANCER = "Liquid biopsy for the early detection of cancer.";
  private static final String STEEL = "Stronger steel for the towers of offshore wind turbines.";

  @AfterAll
  static void release() {
    EMBEDDER.close();
  }

  @Test
  void textsThatMeanTheLikeLieClose() {
    List<float[]> vectors = EMBEDDER.embed(List.of(TUMOUR, CANCER, STEEL));

    assertThat(Vectors.likeness(vectors.get(0), vectors.get(1)))
        .isGreaterThan(Vectors.likeness(vectors.get(0), vectors.get(2)) + 0.15f);
    assertThat(Vectors.likeness(vectors.get(0), vectors.get(0))).isCloseTo(1, within(1e-4f));
    assertThat(EMBEDDER.dimensions()).isEqualTo(384);
  }

  @Test
  void aVectorDependsOnItsTextNotOnItsPlaceOrCompany() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add("Number " + i + ": " + CANCER.repeat(i % 7) + STEEL);
    }
    List<float[]> together = EMBEDDER.embed(many);
    List<float[]> backwards = EMBEDDER.embed(many.reversed());

    for (int i = 0; i < many.size(); i++) {
      assertThat(Vectors.likeness(together.get(i), backwards.get(many.size() - 1 - i)))
          .isGreaterThan(0.99f);
    }
    assertThat(Vectors.likeness(together.get(3), EMBEDDER.embed(List.of(many.get(3))).getFirst()))
        .isGreaterThan(0.99f);
  }

  @Test
  void whateverComesGetsAVector() {
    StringBuilder binary = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      binary.append((char) (i * 31 % 256));
    }
    List<String> odd =
        List.of(
            "",
            " \n\t ",
            "cancer",
            "x".repeat(1_000_000),
            (CANCER + " ").repeat(20_000),
            binary.toString(),
            "\ud83d half a character \udc00",
            "Καρκίνος του μαστού",
            "Рак лёгкого",
            "乳腺癌精准医疗",
            "سرطان الثدي",
            "👩‍⚕️🧬");

    List<float[]> vectors = EMBEDDER.embed(odd);

    assertThat(vectors).hasSameSizeAs(odd);
    assertThat(vectors.get(0)).containsOnly(0);
    assertThat(vectors.get(1)).containsOnly(0);
    for (float[] vector : vectors.subList(2, vectors.size())) {
      assertThat(Vectors.likeness(vector, vector)).isCloseTo(1, within(1e-3f));
    }
    assertThat(EMBEDDER.embed(List.of())).isEmpty();
  }

  @Test
  void beyondTheLongestInputNothingCounts() {
    String filling = "biomarker ".repeat(600);

    List<float[]> vectors = EMBEDDER.embed(List.of(filling + STEEL, filling + CANCER));

    assertThat(Vectors.likeness(vectors.get(0), vectors.get(1))).isGreaterThan(0.9999f);
  }

  @Test
  void manyThreadsGetTheSameAsOne() throws Exception {
    float[] alone = EMBEDDER.embed(List.of(CANCER)).getFirst();
    List<Callable<float[]>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      calls.add(() -> EMBEDDER.embed(List.of(CANCER)).getFirst());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<float[]> one : threads.invokeAll(calls)) {
        assertThat(Vectors.likeness(alone, one.get())).isGreaterThan(0.999f);
      }
    }
  }

  @Test
  void nothingIsInMemoryBeforeTheFirstTextAndAfterRelease() {
    try (Embedder embedder = Embedder.shipped(1)) {
      assertThat(embedder.isLoaded()).isFalse();
      embedder.embed(List.of(CANCER));
      assertThat(embedder.isLoaded()).isTrue();
      embedder.release();
      assertThat(embedder.isLoaded()).isFalse();
      assertThat(embedder.embed(List.of(CANCER))).hasSize(1);
      embedder.close();
      assertThatThrownBy(() -> embedder.embed(List.of(CANCER)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void halfPrecisionKeepsLikeness() {
    List<float[]> vectors = EMBEDDER.embed(List.of(TUMOUR, CANCER));
    byte[] bytes = Vectors.bytes(vectors.get(0));

    assertThat(bytes).hasSize(2 * 384);
    assertThat(Vectors.likeness(Vectors.of(bytes), vectors.get(1)))
        .isCloseTo(Vectors.likeness(vectors.get(0), vectors.get(1)), within(1e-3f));
  }
}
