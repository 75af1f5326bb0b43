package eu.metacluster.screening.scope;

import java.util.Arrays;

/**
 * Probabilities of tissues that are chosen together: a text is about one tissue, or two, seldom
 * three, or else about cancer of any kind and then hardly about one in particular. Each set has the
 * product of its members' odds and a factor for its size.
 *
 * @param two logarithm of the factor for two tissues
 * @param three the same for three
 * @param anyAndOne the same for any together with one tissue
 */
record TissueChoice(float two, float three, float anyAndOne) {

  private static final double LARGEST = 20;

  /** What a fit needs to know of one text. */
  record Sum(double[] tissues, double any, double logTotal, double[] sizes) {}

  /** The probability of each tissue, and of any in the last place. */
  double[] probabilities(double[] margins, double anyMargin) {
    Sum sum = sum(margins, anyMargin);
    double[] all = Arrays.copyOf(sum.tissues, margins.length + 1);
    all[margins.length] = sum.any;
    return all;
  }

  /** Sums over all sets at once by elementary symmetric polynomials. */
  Sum sum(double[] margins, double anyMargin) {
    double[] odds = Arrays.stream(margins).map(TissueChoice::odds).toArray();
    double any = odds(anyMargin);
    double one = 0;
    double squares = 0;
    double cubes = 0;
    for (double odd : odds) {
      one += odd;
      squares += odd * odd;
      cubes += odd * odd * odd;
    }
    double pairs = Math.max(0, (one * one - squares) / 2) * Math.exp(two);
    double triples =
        Math.max(0, (one * one * one - 3 * one * squares + 2 * cubes) / 6) * Math.exp(three);
    double both = any * one * Math.exp(anyAndOne);
    double total = one + pairs + triples + any + both;
    double sum = one;
    double sumOfSquares = squares;
    return new Sum(
        Arrays.stream(odds)
            .map(odd -> odd * besides(sum - odd, sumOfSquares - odd * odd, any) / total)
            .toArray(),
        (any + both) / total,
        Math.log(total),
        new double[] {pairs / total, triples / total, both / total});
  }

  /** What may be named beside one tissue: nothing, one or two of the others, or any. */
  private double besides(double others, double squares, double any) {
    double pairs = Math.max(0, (others * others - squares) / 2) * Math.exp(three);
    return 1 + Math.exp(two) * others + pairs + any * Math.exp(anyAndOne);
  }

  private static double odds(double margin) {
    return Math.exp(bounded(margin));
  }

  /** Margins beyond all doubt are cut, so that no sum overflows. */
  static double bounded(double margin) {
    return Math.max(-LARGEST, Math.min(LARGEST, margin));
  }
}
