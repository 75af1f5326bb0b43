package eu.metacluster.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.platform.model.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Embeds real texts, in turn with bare ONNX Runtime on both cores, which gets the same texts as
 * numbers in the same length-sorted batches. Runs in a JVM of its own with the product's settings.
 */
final class EmbeddingRun {

  private static final int TEXTS = Integer.getInteger("bench.texts", 96);
  private static final int NUMBERS = 2048;
  private static final String MODEL = "/bge-small-en-v1.5-q";

  private EmbeddingRun() {}

  /** Arguments: a folder to work in, how often. The first round is a warm-up. */
  public static void main(String[] args) throws Exception {
    List<String> texts = texts(Path.of(args[0]));
    try (Embedder product = Embedder.shipped();
        Bare bare = new Bare(texts)) {
      for (int round = 0; round <= Integer.parseInt(args[1]); round++) {
        long begin = System.nanoTime();
        bare.run();
        long between = System.nanoTime();
        product.embed(texts);
        long end = System.nanoTime();
        System.out.println(round + " peer " + texts.size() / ((between - begin) / 1e9));
        System.out.println(round + " product " + texts.size() / ((end - between) / 1e9));
      }
    }
    System.exit(0);
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(Export.unpacked("project.csv", folder))) {
      int number = 0;
      for (NamedCsvRecord row : rows) {
        if (number++ % 150 == 0 && texts.size() < TEXTS) {
          texts.add(row.getField("title") + ". " + row.getField("objective"));
        }
      }
    }
    return texts;
  }

  /** The runtime and nothing else: the batches are made beforehand, the answers are not read. */
  private static final class Bare implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<List<long[]>> batches = new ArrayList<>();

    Bare(List<String> texts) throws Exception {
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
      Path file = Files.createTempFile("bench", ".onnx");
      try (InputStream in = resource(".onnx")) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
      session = environment.createSession(file.toString(), options);
      Files.delete(file);
      try (HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              resource("-tokenizer.json"),
              Map.of("padding", "false", "truncation", "true", "maxLength", "512"))) {
        cut(
            Arrays.stream(tokenizer.batchEncode(texts))
                .map(Encoding::getIds)
                .sorted(Comparator.comparingInt((long[] row) -> -row.length))
                .toList());
      }
    }

    private void cut(List<long[]> rows) {
      for (int from = 0; from < rows.size(); ) {
        int to = Math.min(rows.size(), from + Math.max(1, NUMBERS / rows.get(from).length));
        batches.add(rows.subList(from, to));
        from = to;
      }
    }

    void run() throws Exception {
      for (List<long[]> batch : batches) {
        int width = batch.getFirst().length;
        long[] shape = {batch.size(), width};
        LongBuffer ids = LongBuffer.allocate(batch.size() * width);
        LongBuffer mask = LongBuffer.allocate(batch.size() * width);
        for (int i = 0; i < batch.size(); i++) {
          ids.put(i * width, batch.get(i));
          for (int j = 0; j < batch.get(i).length; j++) {
            mask.put(i * width + j, 1);
          }
        }
        try (OnnxTensor in = OnnxTensor.createTensor(environment, ids, shape);
            OnnxTensor seen = OnnxTensor.createTensor(environment, mask, shape);
            OnnxTensor kinds =
                OnnxTensor.createTensor(
                    environment, LongBuffer.allocate(batch.size() * width), shape);
            OrtSession.Result result =
                session.run(
                    Map.of("input_ids", in, "attention_mask", seen, "token_type_ids", kinds))) {
          Objects.requireNonNull(result.get(0));
        }
      }
    }

    @Override
    public void close() throws Exception {
      session.close();
    }

    private static InputStream resource(String ending) {
      return Objects.requireNonNull(EmbeddingRun.class.getResourceAsStream(MODEL + ending));
    }
  }
}
