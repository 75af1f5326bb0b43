package eu.metacluster.bench;

import static eu.metacluster.bench.Figure.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Texts a second through the embedding model, beside the bare runtime. */
final class Embeddings {

  private Embeddings() {}

  static void rate(Path folder, List<Figure> figures, Map<String, String> notes)
      throws IOException {
    List<Jvm.Said> said =
        Jvm.run(
            Jvm.likeTheProduct(EmbeddingRun.class, folder, Integer.getInteger("bench.rounds", 3)),
            40);
    double product = Jvm.median(said, "product");
    double peer = Jvm.median(said, "peer");
    figures.add(
        Figure.atLeast(
            "embeddings",
            number(product) + " texts/s",
            number(peer) + " texts/s bare ONNX Runtime",
            100 * product / peer,
            " %",
            85,
            85));
    notes.put(
        "embeddings",
        "96 project texts of up to 512 word pieces; the product tokenizes, batches, runs and pools; the bare runtime gets the finished batches, one after the other on all cores.");
  }
}
