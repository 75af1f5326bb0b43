package eu.metacluster.screening.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says which texts to read next. Each refit starts from the last one, so a learner is kept for the
 * life of a queue and given all decisions every time. The same decisions in the same order always
 * give the same result. Not safe for threads.
 *
 * <p>Several views judge each text. While reading finds, a text comes early when they agree: the
 * score is the sum of their standardised judgements. When nothing was found for a while it comes
 * early when any of them is eager about it: the score is the sum of e to the power of each. Titles
 * are judged by themselves too, but not where there is nothing else: that would count the same
 * words twice. Of two texts judged alike the one that has a body comes first.
 */
public final class Learner {

  private static final double TITLE = 0.3;

  /** How much less a text without a body is thought of, in standard deviations. */
  private static final double BODILESS = 0.5;

  /** After so many decisions in vain it is enough that one view is eager. */
  private static final int VAIN = 10;

  /** A judgement further out than this, in standard deviations, counts as this. */
  private static final double FARTHEST = 12;

  /** More than any sum of judgements. */
  private static final double FRONT = 1e9;

  private static final int DROUGHT = 20;
  private static final int FEW = 5;

  private final TextPool pool;
  private @Nullable Explorer explorer;
  private final List<Weighted> views = new ArrayList<>();

  /** A view, how much it counts, and whether it has a say on texts without a body. */
  private record Weighted(View view, double weight, boolean everywhere) {}

  /** A learner that knows no decision yet. */
  public Learner(TextPool pool) {
    this.pool = pool;
    pool.views().forEach(one -> views.add(new Weighted(one.view(), one.weight(), true)));
    views.add(new Weighted(pool.titleView(), TITLE, false));
  }

  /**
   * Scores all texts by these decisions. When {@link #strays} the text in front was chosen to see
   * more of the pool, not by what the views make of it.
   *
   * @return for each unread text how early it should be read, higher first; of no account for texts
   *     already read. All the same when there is neither a decision nor a scope.
   */
  public double[] scores(Decisions decisions) {
    if (decisions.size() != pool.size()) {
      throw new IllegalArgumentException(
          "decisions on " + decisions.size() + " texts for a pool of " + pool.size());
    }
    Labels labels = new Labels(decisions, pool.rows());
    double[] total = new double[pool.size()];
    for (Weighted one : views) {
      double[] scores = one.view().scores(labels);
      if (scores != null) {
        add(total, scores, one, decisions);
      }
    }
    int astray = strays(decisions) ? explorer().next(decisions) : -1;
    if (astray >= 0) {
      total[astray] = FRONT;
    }
    return total;
  }

  /** The unread texts, the one to read first in front; equal ones in the pool's order. */
  public int[] order(Decisions decisions) {
    double[] scores = scores(decisions);
    return IntStream.range(0, scores.length)
        .filter(decisions::isUnread)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer text) -> -scores[text]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Whether what is known leads nowhere: few relevant texts, and none among the last decisions.
   * Then each next text is sought where nobody looked yet, until a relevant one turns up.
   */
  public static boolean strays(Decisions decisions) {
    return decisions.found() < FEW && decisions.quiet() >= DROUGHT;
  }

  private Explorer explorer() {
    Explorer ready = explorer;
    if (ready == null) {
      ready = pool.explorer();
      explorer = ready;
    }
    return ready;
  }

  private void add(double[] total, double[] scores, Weighted view, Decisions decisions) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < total.length; i++) {
      if (decisions.isUnread(i)) {
        sum += scores[i];
        squares += scores[i] * scores[i];
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    double spread = count == 0 ? 0 : Math.sqrt(Math.max(squares / count - mean * mean, 0));
    double scale = spread < 1e-9 ? 0 : 1 / spread;
    boolean eager = decisions.quiet() >= VAIN;
    for (int i = 0; i < total.length; i++) {
      if (decisions.isUnread(i) && (view.everywhere() || pool.hasBody(i))) {
        double judged = (scores[i] - mean) * scale - (pool.hasBody(i) ? 0 : BODILESS);
        total[i] += view.weight() * (eager ? Math.exp(Math.min(judged, FARTHEST)) : judged);
      }
    }
  }
}
