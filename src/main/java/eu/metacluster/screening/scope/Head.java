package eu.metacluster.screening.scope;

/**
 * One linear question to a text.
 *
 * @param weights one per feature of the space
 * @param tissue one per {@link TissueFeatures} for a cancer head, else empty
 */
record Head(Kind kind, String name, float bias, float[] weights, float[] tissue) {

  /** The questions; each kind has one calibration. CORE is asked on the condition of ANY. */
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

  double margin(SparseRow row, float[] tissueFeatures) {
    double margin = margin(row);
    for (int i = 0; i < tissue.length; i++) {
      margin += tissue[i] * tissueFeatures[i];
    }
    return margin;
  }
}
