package eu.metacluster.screening.linkage;

/** The nearest list of numbers that never falls: pooling of adjacent violators. */
final class Monotone {

  private Monotone() {}

  static double[] rising(double[] values, double[] masses) {
    double[] mean = new double[values.length];
    double[] mass = new double[values.length];
    int[] length = new int[values.length];
    int blocks = 0;
    for (int i = 0; i < values.length; i++) {
      mean[blocks] = values[i];
      mass[blocks] = masses[i];
      length[blocks++] = 1;
      while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
        blocks--;
        double both = mass[blocks - 1] + mass[blocks];
        mean[blocks - 1] =
            (mean[blocks - 1] * mass[blocks - 1] + mean[blocks] * mass[blocks]) / both;
        mass[blocks - 1] = both;
        length[blocks - 1] += length[blocks];
      }
    }
    double[] rising = new double[values.length];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < length[block]; i++) {
        rising[at++] = mean[block];
      }
    }
    return rising;
  }
}
