package eu.metacluster.discovery.matching;

import eu.metacluster.platform.model.Embedder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the vectors of a set's texts. */
final class Meanings {

  /** So much of a text is read, as of a record. */
  private static final int LONGEST = 700;

  private static final int AT_ONCE = 64;
  private static final int TOLD_EVERY = 1_024;

  private final Embedder embedder;

  Meanings(Embedder embedder) {
    this.embedder = embedder;
  }

  /** The vectors without what all these texts have in common. */
  List<float @Nullable []> of(List<Piece> pieces) {
    List<float[]> vectors = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from += AT_ONCE) {
      List<Piece> some = pieces.subList(from, Math.min(pieces.size(), from + AT_ONCE));
      vectors.addAll(embedder.embed(some.stream().map(Meanings::words).toList()));
      if (vectors.size() % TOLD_EVERY == 0) {
        System.err.printf("%,d of %,d texts read%n", vectors.size(), pieces.size());
      }
    }
    return Centred.of(vectors);
  }

  private static String words(Piece piece) {
    String whole = piece.text().isEmpty() ? piece.title() : piece.title() + ". " + piece.text();
    return whole.substring(0, Math.min(LONGEST, whole.length()));
  }
}
