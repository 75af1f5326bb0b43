package eu.metacluster.screening.scope;

/**
 * One linear question to a text.
 *
 * @param weights one per feature of the space
 */
record Head(Kind kind, String name, float bias, float[] weights) {

  /**
   * The questions; each kind has one calibration. CORE is asked on the condition of ANY; cancers
   * are asked for together, by {@link Tissues}.
   */
  enum Kind {
    ANY,
    CORE,
    PILLAR,
    TECHNOLOGY,
    CANCER
  }

  double margin(SparseRow row) {
    return bias + row.dot(weights);
  }
}
