package eu.metacluster.screening.scope;

import java.util.Arrays;

/** Every place where a known word or pair stands, in flat arrays. */
final class Occurrences {

  private static final int FIELDS = 5;
  private static final ScopeText.Part[] PARTS = ScopeText.Part.values();

  private int[] data = new int[400 * FIELDS];
  private int size;

  void add(int key, ScopeText.Part part, int sentence, int start, int end) {
    int at = size * FIELDS;
    if (at == data.length) {
      data = Arrays.copyOf(data, data.length * 2);
    }
    data[at] = key;
    data[at + 1] = part.ordinal();
    data[at + 2] = sentence;
    data[at + 3] = start;
    data[at + 4] = end;
    size++;
  }

  int size() {
    return size;
  }

  int key(int i) {
    return data[i * FIELDS];
  }

  ScopeText.Part part(int i) {
    return PARTS[data[i * FIELDS + 1]];
  }

  int sentence(int i) {
    return data[i * FIELDS + 2];
  }

  int start(int i) {
    return data[i * FIELDS + 3];
  }

  int end(int i) {
    return data[i * FIELDS + 4];
  }
}
