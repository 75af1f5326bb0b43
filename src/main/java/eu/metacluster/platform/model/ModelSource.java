package eu.metacluster.platform.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a model's weights and its tokenizer come from: the installation, or a folder of the
 * administrator's as model hubs give it out.
 *
 * @param name what is stored beside every vector; vectors of different names cannot be compared
 * @param weights the ONNX file, or null for the one in the installation
 * @param pooling how the vectors of a text's tokens become one
 */
record ModelSource(
    String name, @Nullable Path weights, @Nullable Path vocabulary, Pooling pooling) {

  private static final String SHIPPED = "bge-small-en-v1.5-q";
  private static final List<String> WEIGHTS =
      List.of(
          "model.onnx",
          "onnx/model.onnx",
          "model_quantized.onnx",
          "onnx/model_quantized.onnx",
          "model_qint8.onnx");

  /** The two customary ways. */
  enum Pooling {
    FIRST_TOKEN,
    MEAN
  }

  static ModelSource shipped() {
    return new ModelSource(SHIPPED, null, null, Pooling.FIRST_TOKEN);
  }

  /**
   * A model on disk.
   *
   * @param path the ONNX file, or a folder that holds it under one of its usual names; {@code
   *     tokenizer.json} lies beside it or one folder up
   * @throws EmbeddingModelException MC-1555 when a file is not there
   */
  static ModelSource at(Path path) {
    Path weights =
        Files.isDirectory(path)
            ? WEIGHTS.stream()
                .map(path::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(path)
            : path;
    if (!Files.isRegularFile(weights)) {
      throw missing("There is no ONNX model at " + path);
    }
    Path folder = weights.toAbsolutePath().getParent();
    Path root =
        folder != null && !Files.exists(folder.resolve("tokenizer.json"))
            ? folder.getParent()
            : folder;
    if (root == null || !Files.isRegularFile(root.resolve("tokenizer.json"))) {
      throw missing("There is no tokenizer.json beside " + weights);
    }
    return new ModelSource(
        root.getFileName() + ":" + size(weights),
        weights,
        root.resolve("tokenizer.json"),
        pooling(root.resolve("1_Pooling/config.json")));
  }

  InputStream tokenizer() throws IOException {
    return vocabulary == null
        ? resource(SHIPPED + "-tokenizer.json")
        : Files.newInputStream(vocabulary);
  }

  /** The weights as a file; the shipped ones are unpacked for the time of loading. */
  <T> T withWeights(Use<T> use) throws Exception {
    if (weights != null) {
      return use.of(weights);
    }
    Path unpacked = Files.createTempFile("metacluster-model", ".onnx");
    try (InputStream in = resource(SHIPPED + ".onnx")) {
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      return use.of(unpacked);
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  /** Something that reads a file. */
  interface Use<T> {
    T of(Path file) throws Exception;
  }

  private static InputStream resource(String name) {
    InputStream in = ModelSource.class.getResourceAsStream("/" + name);
    if (in == null) {
      throw missing("The embedding model is missing from the installation");
    }
    return in;
  }

  private static EmbeddingModelException missing(String what) {
    return new EmbeddingModelException(
        "MC-1555", what + "; the linear model does the work alone.", null);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw missing(file + " cannot be read");
    }
  }

  private static Pooling pooling(Path config) {
    try {
      boolean first =
          Files.isRegularFile(config)
              && Files.readString(config)
                  .replace(" ", "")
                  .contains("\"pooling_mode_cls_token\":true");
      return first ? Pooling.FIRST_TOKEN : Pooling.MEAN;
    } catch (IOException e) {
      return Pooling.MEAN;
    }
  }
}
