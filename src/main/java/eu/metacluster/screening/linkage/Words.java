package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every word of the rows once, with its number and in how many rows it stands. */
final class Words {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int[] rows = new int[1024];
  private int[] lastRow = new int[1024];
  private long[] letters = new long[1024];
  private int[] lengths = new int[1024];

  int number(String word, int row) {
    Integer known = numbers.get(word);
    int number = known == null ? add(word) : known;
    if (lastRow[number] != row + 1) {
      lastRow[number] = row + 1;
      rows[number]++;
    }
    return number;
  }

  private int add(String word) {
    int number = words.size();
    numbers.put(word, number);
    words.add(word);
    if (number == rows.length) {
      rows = Arrays.copyOf(rows, number * 2);
      lastRow = Arrays.copyOf(lastRow, number * 2);
      letters = Arrays.copyOf(letters, number * 2);
      lengths = Arrays.copyOf(lengths, number * 2);
    }
    lengths[number] = word.length();
    letters[number] = Spelling.letters(word);
    return number;
  }

  int size() {
    return words.size();
  }

  String word(int number) {
    return words.get(number);
  }

  /** How alike two words are spelt, see {@link Spelling}; most pairs are told by their letters. */
  double alike(int one, int other) {
    return Spelling.farApart(lengths[one], letters[one], lengths[other], letters[other])
        ? 0
        : Spelling.alike(words.get(one), words.get(other));
  }

  /** Whether the word is the two others written together. */
  boolean joins(int word, int first, int second) {
    return lengths[word] == lengths[first] + lengths[second]
        && words.get(word).startsWith(words.get(first))
        && words.get(word).endsWith(words.get(second));
  }

  /** Which letters it has, see {@link Spelling#letters}. */
  long letters(int number) {
    return letters[number];
  }

  /** How much it says that two of so many rows share each word; once all rows are read. */
  double[] weights(int size) {
    double[] weights = new double[words.size()];
    for (int word = 0; word < weights.length; word++) {
      weights[word] = Math.log(1.0 + (double) size / rows[word]);
    }
    return weights;
  }

  int rows(int number) {
    return rows[number];
  }
}
