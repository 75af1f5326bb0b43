package eu.metacluster.screening.scope;

/**
 * Fits the sigmoid of a {@link Calibration}: two parameters, weighted, by damped Newton steps on
 * the log-likelihood.
 */
final class Platt {

  private static final int STEPS = 100;
  private static final double RIDGE = 1e-3;

  private Platt() {}

  static Calibration fit(double[] margins, boolean[] truths, double[] weights) {
    double slope = 1;
    double intercept = 0;
    for (int step = 0; step < STEPS; step++) {
      double g0 = 0;
      double g1 = RIDGE * (slope - 1);
      double h00 = RIDGE;
      double h01 = 0;
      double h11 = RIDGE;
      for (int i = 0; i < margins.length; i++) {
        double p = 1 / (1 + Math.exp(-(slope * margins[i] + intercept)));
        double error = weights[i] * (p - (truths[i] ? 1 : 0));
        double curve = weights[i] * p * (1 - p);
        g0 += error;
        g1 += error * margins[i];
        h00 += curve;
        h01 += curve * margins[i];
        h11 += curve * margins[i] * margins[i];
      }
      double determinant = h00 * h11 - h01 * h01;
      intercept -= clip((h11 * g0 - h01 * g1) / determinant);
      slope -= clip((h00 * g1 - h01 * g0) / determinant);
    }
    return new Calibration((float) slope, (float) intercept, 1);
  }

  private static double clip(double step) {
    return Math.max(-0.5, Math.min(0.5, step));
  }
}
