package eu.metacluster.screening.learning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one queue, read once and made ready for learning. Immutable: any number of learners
 * may share it, in any thread.
 */
public final class TextPool {

  /** How much the machines on stems, on words as they are written and on ends of words count. */
  private static final double STEMS = 0.5;

  private static final double WORDS = 0.5;
  private static final double ENDS = 0.3;

  /** How many latent directions each dense view sees: the subjects, and ever finer shades. */
  private static final int[] DIMENSIONS = {20, 50, 100};

  /** How much each of them counts. */
  private static final double SHADE = 0.5;

  /** A term in more than this share of the texts says nothing. */
  private static final double COMMON = 0.95;

  /** What is shorter, in characters, is no body but a remark such as "n/a". */
  private static final int SHORTEST_BODY = 20;

  private final int size;
  private final List<Sparse> sparse;
  private final Rows titles;
  private final boolean[] bodies;
  private final List<Dense> dense = new ArrayList<>();

  private record Sparse(Rows rows, double weight) {}

  private record Dense(float[][] places, Moments moments, double weight) {}

  /** A view of the whole text and how much it counts. */
  record Weighed(View view, double weight) {}

  private TextPool(int size, List<ScreeningText> rows, float @Nullable [][] embeddings) {
    this.size = size;
    List<ScreeningText> read = List.copyOf(rows);
    bodies = new boolean[size];
    for (int i = 0; i < size; i++) {
      bodies[i] = read.get(i).body().strip().length() >= SHORTEST_BODY;
    }
    sparse =
        List.of(
            new Sparse(rows(whole(read, Terms.Form.STEM, true)), STEMS),
            new Sparse(rows(whole(read, Terms.Form.WORD, true)), WORDS),
            new Sparse(rows(whole(read, Terms.Form.ENDS, false)), ENDS));
    titles = rows(TermCounts.of(read, text -> List.of(text.title()), Terms.Form.STEM, true));
    TermCounts words = whole(read, Terms.Form.STEM, false);
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

  private static TermCounts whole(List<ScreeningText> texts, Terms.Form form, boolean pairs) {
    return TermCounts.of(texts, text -> List.of(text.title(), text.body()), form, pairs);
  }

  private static Rows rows(TermCounts counts) {
    return TermWeights.of(counts, 1, COMMON);
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
    return titles.count();
  }

  MarginView titleView() {
    return new MarginView(titles);
  }

  /** New views of the whole texts: on their terms and on where they lie. */
  List<Weighed> views() {
    List<Weighed> views = new ArrayList<>();
    sparse.forEach(one -> views.add(new Weighed(new MarginView(one.rows()), one.weight())));
    dense.forEach(
        one -> views.add(new Weighed(new RidgeView(one.places(), one.moments()), one.weight())));
    return views;
  }

  /** Looks for what is far from all that was read, by subject. */
  Explorer explorer() {
    return new Explorer(dense.getFirst().places(), size);
  }

  private void add(float[][] places, double weight) {
    dense.add(new Dense(places, Moments.of(places), weight));
  }
}
