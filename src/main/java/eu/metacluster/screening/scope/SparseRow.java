package eu.metacluster.screening.scope;

/** The features of one text: positions and values side by side. */
record SparseRow(int[] ids, float[] values) {

  void set(int at, int id, float value) {
    ids[at] = id;
    values[at] = value;
  }

  double dot(float[] weights) {
    double sum = 0;
    for (int i = 0; i < ids.length; i++) {
      sum += values[i] * weights[ids[i]];
    }
    return sum;
  }
}
