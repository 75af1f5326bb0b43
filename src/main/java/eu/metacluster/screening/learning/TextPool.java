package eu.metacluster.screening.learning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one queue, read once and made ready for learning. Immutable: any number of learners
 * may share it, in any thread.
 */
public final class TextPool {

  /** How many latent directions each dense view sees: the subjects, and ever finer shades. */
  private static final int[] DIMENSIONS = {20, 50, 100};

  /** How much each of them counts. */
  private static final double SHADE = 0.5;

  /** A term in more than this share of the texts says nothing. */
  private static final double COMMON = 0.95;

  /** What is shorter, in characters, is no body but a remark such as "n/a". */
  private static final int SHORTEST_BODY = 20;

  private final int size;
  private final Rows terms;
  private final Rows titles;
  private final boolean[] bodies;
  private final List<Dense> dense = new ArrayList<>();

  private record Dense(float[][] places, Moments moments, double weight) {}

  /** A view on dense vectors and how much it counts. */
  record DenseView(RidgeView view, double weight) {}

  private TextPool(int size, List<ScreeningText> rows, float @Nullable [][] embeddings) {
    this.size = size;
    List<ScreeningText> read = List.copyOf(rows);
    bodies = new boolean[size];
    for (int i = 0; i < size; i++) {
      bodies[i] = read.get(i).body().strip().length() >= SHORTEST_BODY;
    }
    terms =
        TermWeights.of(
            TermCounts.of(read, text -> List.of(text.title(), text.body()), true), 1, COMMON);
    titles = TermWeights.of(TermCounts.of(read, text -> List.of(text.title()), true), 1, COMMON);
    TermCounts words = TermCounts.of(read, text -> List.of(text.title(), text.body()), false);
    float[][] places =
        LatentSpace.of(TermWeights.of(words, 2, 0.5), DIMENSIONS[DIMENSIONS.length - 1]);
    for (int dimensions : DIMENSIONS) {
      add(LatentSpace.first(places, dimensions), SHADE);
    }
    if (embeddings != null) {
      float[][] copy = new float[embeddings.length][];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = embeddings[i].clone();
        LatentSpace.normalise(copy[i]);
      }
      add(copy, 1);
    }
  }

  /** The texts alone. */
  public static TextPool of(List<ScreeningText> texts) {
    return of(texts, null, null);
  }

  /**
   * The texts with what else is known of them.
   *
   * @param scope what the committee is looking for, in words; the first order starts from it
   * @param embeddings a dense vector of each text and, when there is a scope, of the scope behind
   *     them; all of one width; null when there are none
   */
  public static TextPool of(
      List<ScreeningText> texts, @Nullable String scope, float @Nullable [][] embeddings) {
    List<ScreeningText> rows = new ArrayList<>(texts);
    if (scope != null && !scope.isBlank()) {
      rows.add(new ScreeningText(scope, ""));
    }
    if (embeddings != null && embeddings.length != rows.size()) {
      throw new IllegalArgumentException(
          embeddings.length + " embeddings for " + rows.size() + " texts");
    }
    return new TextPool(texts.size(), rows, embeddings);
  }

  /** How many texts there are. */
  public int size() {
    return size;
  }

  /** Whether there is more to read of this text than its title. */
  boolean hasBody(int text) {
    return bodies[text];
  }

  /** How many rows the views see: one more when there is a scope. */
  int rows() {
    return terms.count();
  }

  MarginView termView() {
    return new MarginView(terms);
  }

  MarginView titleView() {
    return new MarginView(titles);
  }

  List<DenseView> denseViews() {
    return dense.stream()
        .map(one -> new DenseView(new RidgeView(one.places(), one.moments()), one.weight()))
        .toList();
  }

  /** Looks for what is far from all that was read, by subject. */
  Explorer explorer() {
    return new Explorer(dense.getFirst().places(), size);
  }

  private void add(float[][] places, double weight) {
    dense.add(new Dense(places, Moments.of(places), weight));
  }
}
