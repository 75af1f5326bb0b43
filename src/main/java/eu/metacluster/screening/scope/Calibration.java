package eu.metacluster.screening.scope;

/**
 * From a margin to a probability, and the probability from which the answer is yes.
 *
 * <p>A sigmoid fitted on predictions for texts the weights had not seen: J. Platt, "Probabilistic
 * outputs for support vector machines", 1999.
 */
record Calibration(float slope, float intercept, float threshold) {

  double probability(double margin) {
    return 1 / (1 + Math.exp(-(slope * margin + intercept)));
  }

  Calibration withThreshold(double value) {
    return new Calibration(slope, intercept, (float) value);
  }
}
