package eu.metacluster.platform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model by a path in the configuration, whole and broken. */
class ModelOnDiskTests {

  @TempDir Path folder;

  @Test
  void aFolderAsModelHubsGiveItOutIsUsed() throws IOException {
    copy("tokenizer.json", "bge-small-en-v1.5-q-tokenizer.json");
    copy("onnx/model.onnx", "bge-small-en-v1.5-q.onnx");
    Files.createDirectory(folder.resolve("1_Pooling"));
    Files.writeString(
        folder.resolve("1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");

    try (Embedder here = Embedder.at(folder, 1);
        Embedder shipped = Embedder.shipped(1)) {
      List<String> text = List.of("Tumour boards");
      assertThat(Vectors.likeness(here.embed(text).getFirst(), shipped.embed(text).getFirst()))
          .isGreaterThan(0.9999f);
      assertThat(here.model()).isNotEqualTo(shipped.model());
    }
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    refused("MC-1555", () -> Embedder.at(folder, 1));
    refused("MC-1555", () -> Embedder.at(folder.resolve("nowhere.onnx"), 1));
    copy("model.onnx", "bge-small-en-v1.5-q.onnx");
    refused("MC-1555", () -> Embedder.at(folder, 1));
  }

  @Test
  void aModelThatIsCutOffIsRefused() throws IOException {
    copy("tokenizer.json", "bge-small-en-v1.5-q-tokenizer.json");
    copy("whole.onnx", "bge-small-en-v1.5-q.onnx");
    byte[] whole = Files.readAllBytes(folder.resolve("whole.onnx"));
    Files.write(folder.resolve("model.onnx"), java.util.Arrays.copyOf(whole, whole.length / 2));

    try (Embedder cut = Embedder.at(folder, 1)) {
      refused("MC-1556", () -> cut.embed(List.of("text")));
      refused("MC-1556", () -> cut.embed(List.of("again")));
    }
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws IOException {
    copy("tokenizer.json", "bge-small-en-v1.5-q-tokenizer.json");
    Files.writeString(folder.resolve("model.onnx"), "This is a letter.");

    try (Embedder letter = Embedder.at(folder, 1)) {
      refused("MC-1556", () -> letter.embed(List.of("text")));
    }
  }

  @Test
  void aTokenizerThatIsNoneIsRefused() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    copy("model.onnx", "bge-small-en-v1.5-q.onnx");

    try (Embedder without = Embedder.at(folder, 1)) {
      refused("MC-1556", () -> without.embed(List.of("text")));
    }
  }

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EmbeddingModelException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining("the linear model does the work alone");
  }

  private void copy(String to, String resource) throws IOException {
    Path file = folder.resolve(to);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (InputStream in =
        Objects.requireNonNull(ModelOnDiskTests.class.getResourceAsStream("/" + resource))) {
      Files.copy(in, file);
    }
  }
}
