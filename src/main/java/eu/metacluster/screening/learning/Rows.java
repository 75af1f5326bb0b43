package eu.metacluster.screening.learning;

/**
 * Many sparse vectors side by side.
 *
 * @param starts where each row begins in the other two arrays, and one more for the end
 * @param ids positions, below {@code width}
 * @param values what stands there
 * @param width how many positions there are
 */
record Rows(int[] starts, int[] ids, float[] values, int width) {

  int count() {
    return starts.length - 1;
  }

  double dot(int row, float[] weights) {
    double sum = 0;
    for (int i = starts[row], end = starts[row + 1]; i < end; i++) {
      sum += values[i] * weights[ids[i]];
    }
    return sum;
  }

  void addTo(float[] weights, int row, double times) {
    for (int i = starts[row], end = starts[row + 1]; i < end; i++) {
      weights[ids[i]] += (float) (times * values[i]);
    }
  }

  double square(int row) {
    double sum = 0;
    for (int i = starts[row], end = starts[row + 1]; i < end; i++) {
      sum += values[i] * values[i];
    }
    return sum;
  }
}
