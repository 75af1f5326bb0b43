package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shares a score out over the sentences of a text: each occurrence of a term owns its part of the
 * term's contribution.
 */
final class EvidenceFinder {

  private static final int SENTENCES = 3;
  private static final int TERMS = 5;

  private final Vocabulary vocabulary;
  private final FeatureSpace space;
  private final float[] weights;

  EvidenceFinder(Vocabulary vocabulary, FeatureSpace space, Head any, Head core) {
    this.vocabulary = vocabulary;
    this.space = space;
    weights = new float[space.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = any.weights()[i] + core.weights()[i];
    }
  }

  List<Evidence> find(ScopeText text, Reading reading, SparseRow row) {
    float[] perCount = perCount(reading, row);
    Map<Long, Sentence> sentences = new HashMap<>();
    Occurrences all = reading.occurrences();
    for (int i = 0; i < all.size(); i++) {
      double share = share(all.key(i), perCount) * Reading.weight(all.part(i));
      long place = (long) all.part(i).ordinal() << 32 | all.sentence(i);
      sentences.computeIfAbsent(place, p -> new Sentence()).add(i, share);
    }
    List<Map.Entry<Long, Sentence>> best =
        sentences.entrySet().stream()
            .filter(e -> e.getValue().sum > 0)
            .sorted(
                Comparator.comparingDouble((Map.Entry<Long, Sentence> e) -> -e.getValue().sum)
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SENTENCES)
            .toList();
    Map<ScopeText.Part, SentenceSpans> spans = new HashMap<>();
    return best.stream().map(e -> evidence(text, reading, e.getValue(), spans)).toList();
  }

  /** What one count of each feature adds to the score. */
  private float[] perCount(Reading reading, SparseRow row) {
    float[] perCount = new float[space.size()];
    int base = space.conceptBase();
    int concepts = vocabulary.lexicon().size();
    for (int i = 0; i < row.ids().length; i++) {
      int id = row.ids()[i];
      float count =
          id < base ? reading.count(id) : id < base + concepts ? reading.concept(id - base) : 0;
      if (count > 0) {
        perCount[id] = row.values()[i] * weights[id] / count;
      }
    }
    return perCount;
  }

  private double share(int key, float[] perCount) {
    int term = vocabulary.term(key);
    double sum = term >= 0 ? perCount[term] : 0;
    for (int concept : vocabulary.concepts(key)) {
      sum += perCount[space.conceptBase() + concept];
    }
    return sum;
  }

  private static Evidence evidence(
      ScopeText text,
      Reading reading,
      Sentence sentence,
      Map<ScopeText.Part, SentenceSpans> spans) {
    Occurrences all = reading.occurrences();
    ScopeText.Part part = all.part(sentence.occurrences[0]);
    String whole = part.of(text);
    SentenceSpans bounds = spans.computeIfAbsent(part, p -> spans(whole));
    int number = all.sentence(sentence.occurrences[0]);
    int start = bounds.start(number, whole);
    int end = bounds.end(number, whole);
    return new Evidence(
        part, whole.substring(start, end), start, end, sentence.sum, terms(whole, all, sentence));
  }

  private static SentenceSpans spans(String whole) {
    TextScanner scanner = new TextScanner();
    scanner.scan(whole, (hash, start, end, sentence) -> {});
    return scanner.sentences();
  }

  private static List<String> terms(String whole, Occurrences all, Sentence sentence) {
    Set<String> strongest = new LinkedHashSet<>();
    for (int at : sentence.strongestFirst()) {
      if (strongest.size() < TERMS && sentence.shares[at] > 0) {
        int occurrence = sentence.occurrences[at];
        strongest.add(whole.substring(all.start(occurrence), all.end(occurrence)));
      }
    }
    return new ArrayList<>(strongest);
  }

  /** The occurrences of one sentence with what each adds. */
  private static final class Sentence {
    private int[] occurrences = new int[16];
    private double[] shares = new double[16];
    private int size;
    private double sum;

    void add(int occurrence, double share) {
      if (size == occurrences.length) {
        occurrences = Arrays.copyOf(occurrences, size * 2);
        shares = Arrays.copyOf(shares, size * 2);
      }
      occurrences[size] = occurrence;
      shares[size++] = share;
      sum += share;
    }

    List<Integer> strongestFirst() {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        order.add(i);
      }
      order.sort(Comparator.comparingDouble(i -> -shares[i]));
      return order;
    }
  }
}
