package eu.metacluster.platform.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Texts as the numbers a model reads, cut at its longest input. Safe for threads. */
final class Tokens implements AutoCloseable {

  static final int LONGEST = 512;

  /** More text than fills the longest input; a megabyte need not be read to keep 512 pieces. */
  private static final int CHARS = 16_000;

  private final HuggingFaceTokenizer tokenizer;

  static {
    // The tokenizer's library would otherwise ask the network where it runs.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
  }

  private Tokens(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static Tokens of(ModelSource source) throws IOException {
    try (InputStream in = source.tokenizer()) {
      String longest = String.valueOf(LONGEST);
      return new Tokens(
          HuggingFaceTokenizer.newInstance(
              in,
              Map.of(
                  "padding",
                  "false",
                  "truncation",
                  "true",
                  "maxLength",
                  longest,
                  "modelMaxLength",
                  longest)));
    }
  }

  /** One row of numbers per text, with the model's own marks at both ends. */
  List<long[]> of(List<String> texts) {
    Encoding[] encodings = tokenizer.batchEncode(texts.stream().map(Tokens::readable).toList());
    return Arrays.stream(encodings).map(Encoding::getIds).toList();
  }

  /** Halves of characters and zero bytes, which no tokenizer takes, become question marks. */
  private static String readable(String text) {
    String start = text.length() > CHARS ? text.substring(0, CHARS) : text;
    return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace('\0', ' ');
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
