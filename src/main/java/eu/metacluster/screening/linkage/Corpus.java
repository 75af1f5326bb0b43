package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table or of two, one after the other, as numbers of words. Two tables share the
 * columns of the same name, or by their place when they share none; a column that only one has
 * counts for the row as a whole.
 */
final class Corpus {

  private final List<String> columns;
  private final int size;
  private final int first;
  private final Words words = new Words();
  private int[] text = new int[1 << 16];
  private int length;
  private final int[] begins;
  private int[] joints = {};
  private int[] nextJoint = {};

  private Corpus(List<String> columns, int first, int size) {
    this.columns = columns;
    this.first = first;
    this.size = size;
    begins = new int[size * (columns.size() + 1) + 1];
  }

  static Corpus of(LinkTable a, @Nullable LinkTable b) {
    List<String> shared = new ArrayList<>(a.columns());
    int size = a.size() + (b == null ? 0 : b.size());
    int[] places = new int[a.columns().size()];
    Arrays.setAll(places, i -> i);
    int[] others = b == null ? places : places(a, b);
    if (b != null) {
      shared.clear();
      int kept = 0;
      for (int i = 0; i < places.length; i++) {
        if (others[i] >= 0) {
          shared.add(a.columns().get(i));
          places[kept] = i;
          others[kept++] = others[i];
        }
      }
      places = Arrays.copyOf(places, kept);
      others = Arrays.copyOf(others, kept);
    }
    Corpus corpus = new Corpus(List.copyOf(shared), a.size(), size);
    corpus.read(a.rows(), places, 0);
    if (b != null) {
      corpus.read(b.rows(), others, a.size());
    }
    corpus.text = Arrays.copyOf(corpus.text, corpus.length);
    corpus.joints = corpus.words.joints(corpus.text);
    corpus.nextJoint = new int[corpus.length + 1];
    corpus.nextJoint[corpus.length] = corpus.length;
    for (int at = corpus.length - 1; at >= 0; at--) {
      corpus.nextJoint[at] = corpus.joints[at] >= 0 ? at : corpus.nextJoint[at + 1];
    }
    return corpus;
  }

  private static int[] places(LinkTable a, LinkTable b) {
    List<String> names = b.columns().stream().map(Corpus::plain).toList();
    int[] places = a.columns().stream().mapToInt(name -> names.indexOf(plain(name))).toArray();
    if (Arrays.stream(places).allMatch(place -> place < 0)) {
      Arrays.setAll(places, i -> i < names.size() ? i : -1);
    }
    return places;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The rest of a row, what stands in columns that are not shared, is its last cell. */
  private void read(List<List<String>> rows, int[] places, int offset) {
    for (int i = 0; i < rows.size(); i++) {
      List<String> values = rows.get(i);
      int cell = (offset + i) * (columns.size() + 1);
      boolean[] shared = new boolean[values.size()];
      for (int column = 0; column < places.length; column++) {
        shared[places[column]] = true;
        add(values.get(places[column]), offset + i);
        begins[++cell] = length;
      }
      for (int column = 0; column < shared.length; column++) {
        if (!shared[column]) {
          add(values.get(column), offset + i);
        }
      }
      begins[++cell] = length;
    }
  }

  private void add(String value, int row) {
    for (String word : Folding.words(value)) {
      if (length == text.length) {
        text = Arrays.copyOf(text, length * 2);
      }
      text[length++] = words.number(word, row);
    }
  }

  List<String> columns() {
    return columns;
  }

  Words words() {
    return words;
  }

  int size() {
    return size;
  }

  /** Rows before this one are the first table's. */
  int first() {
    return first;
  }

  /** The number of the word at this place of the whole text. */
  int word(int at) {
    return text[at];
  }

  /** The next place, this or a later one, of which there is a {@link #joint}. */
  int jointFrom(int at) {
    return nextJoint[at];
  }

  /** See {@link Words#joints}. */
  int joint(int at) {
    return joints[at];
  }

  Stretch cell(int row, int column) {
    int at = row * (columns.size() + 1) + column;
    return new Stretch(begins[at], begins[at + 1]);
  }

  /** Where all cells of a row stand. */
  Stretch whole(int row) {
    int at = row * (columns.size() + 1);
    return new Stretch(begins[at], begins[at + columns.size() + 1]);
  }

  /** Places of the whole text, the end left out. */
  record Stretch(int begin, int end) {

    int length() {
      return end - begin;
    }

    boolean empty() {
      return begin == end;
    }
  }

  int[] row(int row) {
    int at = row * (columns.size() + 1);
    return Arrays.copyOfRange(text, begins[at], begins[at + columns.size() + 1]);
  }
}
