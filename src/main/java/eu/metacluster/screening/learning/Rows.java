package eu.metacluster.screening.learning;

/**
 * Many sparse vectors side by side. What a row has in common with no other is not kept place by
 * place: it matters to nobody but the row itself, so the sum of its squares will do.
 *
 * @param starts where each row begins in the other two arrays, and one more for the end
 * @param ids positions, below {@code width}
 * @param values what stands there
 * @param width how many positions there are
 * @param own of each row, the sum of the squares of what stands in no other
 */
record Rows(int[] starts, int[] ids, float[] values, int width, float[] own) {

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

  /** The sum of all squares of a row, those of its own included. */
  double square(int row) {
    double sum = own[row];
    for (int i = starts[row], end = starts[row + 1]; i < end; i++) {
      sum += values[i] * values[i];
    }
    return sum;
  }
}
