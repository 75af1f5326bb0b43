package eu.metacluster.screening.learning;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Least squares with a penalty on dense vectors: relevant texts against the irrelevant ones, and
 * against all that is unread as a weak "probably not". The sums that it solves are kept from one
 * decision to the next, so a refit costs the same however much was read.
 */
final class RidgeView implements View {

  private static final double IRRELEVANT = 0.5;
  private static final double UNREAD = 0.2;
  private static final double PENALTY = 0.01;

  private final float[][] places;
  private final Moments all;
  private final Moments relevant;
  private final Moments irrelevant;
  private final byte[] known;

  RidgeView(float[][] places, Moments all) {
    this.places = places;
    this.all = all;
    relevant = new Moments(all.dimensions());
    irrelevant = new Moments(all.dimensions());
    known = new byte[places.length];
  }

  @Override
  public double @Nullable [] scores(Labels labels) {
    for (int row = 0; row < known.length; row++) {
      if (labels.kind(row) != known[row]) {
        tally(row, -1);
        known[row] = labels.kind(row);
        tally(row, 1);
      }
    }
    if (relevant.count() + irrelevant.count() == 0) {
      return null;
    }
    double[] weights = solve();
    double[] scores = new double[places.length];
    IntStream range = IntStream.range(0, scores.length);
    (scores.length > 20_000 ? range.parallel() : range)
        .filter(row -> labels.kind(row) == Labels.UNREAD)
        .forEach(row -> scores[row] = dot(weights, places[row]));
    return scores;
  }

  private void tally(int row, int times) {
    if (known[row] == Labels.RELEVANT) {
      relevant.add(places[row], times);
    } else if (known[row] == Labels.IRRELEVANT) {
      irrelevant.add(places[row], times);
    }
  }

  private double[] solve() {
    double unread = all.count() - relevant.count() - irrelevant.count();
    double ofRelevant = relevant.count() == 0 ? 0 : 1 / relevant.count();
    double ofIrrelevant = irrelevant.count() == 0 ? 0 : IRRELEVANT / irrelevant.count();
    double ofUnread = unread <= 0 ? 0 : UNREAD / unread;
    Moments sum = new Moments(all.dimensions());
    sum.add(relevant, ofRelevant - ofUnread);
    sum.add(irrelevant, ofIrrelevant - ofUnread);
    sum.add(all, ofUnread);
    double[] target = new double[all.dimensions() + 1];
    double side = relevant.count() == 0 ? 1 : -1;
    relevant.addFirst(target, ofRelevant - side * ofUnread);
    irrelevant.addFirst(target, -ofIrrelevant - side * ofUnread);
    all.addFirst(target, side * ofUnread);
    return sum.solve(target, PENALTY);
  }

  private static double dot(double[] weights, float[] place) {
    double sum = weights[place.length];
    for (int i = 0; i < place.length; i++) {
      sum += weights[i] * place[i];
    }
    return sum;
  }
}
