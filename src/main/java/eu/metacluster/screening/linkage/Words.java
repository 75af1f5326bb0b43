package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Every word of the rows once, with its number and in how many rows it stands. */
final class Words {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int[] rows = new int[1024];
  private int[] lastRow = new int[1024];
  private long[] letters = new long[1024];
  private int[] lengths = new int[1024];
  private final BitSet digits = new BitSet();

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
    digits.set(number, word.chars().allMatch(Character::isDigit));
    return number;
  }

  /** Whether it is digits alone. */
  boolean number(int word) {
    return digits.get(word);
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

  /**
   * Of each word of a text and the one after it the number of the word that they are when written
   * together, -1 when there is none; once all rows are read.
   */
  int[] joints(int[] text) {
    int[] places = new int[Integer.highestOneBit(Math.max(1, words.size())) << 2];
    Arrays.fill(places, -1);
    for (int word = 0; word < words.size(); word++) {
      int place = place(words.get(word).hashCode(), places.length);
      while (places[place] >= 0) {
        place = place + 1 & places.length - 1;
      }
      places[place] = word;
    }
    int[] joints = new int[text.length];
    IntStream.range(0, text.length)
        .parallel()
        .forEach(i -> joints[i] = i + 1 == text.length ? -1 : joined(text[i], text[i + 1], places));
    return joints;
  }

  private int joined(int first, int second, int[] places) {
    String begin = words.get(first);
    String end = words.get(second);
    int hash = begin.hashCode();
    for (int i = 0; i < end.length(); i++) {
      hash = 31 * hash + end.charAt(i);
    }
    int place = place(hash, places.length);
    while (places[place] >= 0) {
      int word = places[place];
      if (lengths[word] == lengths[first] + lengths[second]
          && words.get(word).startsWith(begin)
          && words.get(word).endsWith(end)) {
        return word;
      }
      place = place + 1 & places.length - 1;
    }
    return -1;
  }

  private static int place(int hash, int size) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & size - 1;
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
