package eu.metacluster.screening.scope;

import java.util.Arrays;

/**
 * What one text holds of the vocabulary: each occurrence in order, and how often each term and
 * concept occurs. Used once.
 */
final class Reading implements TokenSink {

  private static final float TITLE_WEIGHT = 3;

  private final Vocabulary vocabulary;
  private final float[] counts;
  private final float[] concepts;
  private final float[] titleConcepts;
  private final Occurrences occurrences = new Occurrences();
  private int[] terms = new int[256];
  private int termCount;
  private float weight = 1;
  private boolean inTitle;
  private ScopeText.Part part = ScopeText.Part.TITLE;

  Reading(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    counts = new float[vocabulary.size()];
    concepts = new float[vocabulary.lexicon().size()];
    titleConcepts = new float[vocabulary.lexicon().size()];
  }

  /**
   * Reads all parts; keywords stand in for a missing objective, since beside one they were found to
   * add noise only.
   */
  static Reading of(ScopeText text, Vocabulary vocabulary) {
    Reading reading = new Reading(vocabulary);
    TextScanner scanner = new TextScanner();
    reading.read(ScopeText.Part.TITLE, text.title(), scanner);
    reading.read(ScopeText.Part.ACRONYM, text.acronym(), scanner);
    reading.read(ScopeText.Part.OBJECTIVE, text.objective(), scanner);
    if (text.objective().isBlank()) {
      reading.read(ScopeText.Part.KEYWORDS, text.keywords(), scanner);
    }
    return reading;
  }

  @Override
  public void term(long hash, int start, int end, int sentence) {
    int key = vocabulary.key(hash);
    if (key < 0) {
      return;
    }
    occurrences.add(key, part, sentence, start, end);
    int term = vocabulary.term(key);
    if (term >= 0) {
      add(term);
    }
    for (int concept : vocabulary.concepts(key)) {
      concepts[concept] += weight;
      titleConcepts[concept] += inTitle ? 1 : 0;
    }
  }

  int termCount() {
    return termCount;
  }

  int term(int position) {
    return terms[position];
  }

  float count(int term) {
    return counts[term];
  }

  float concept(int concept) {
    return concepts[concept];
  }

  boolean inTitle(int concept) {
    return titleConcepts[concept] > 0;
  }

  Occurrences occurrences() {
    return occurrences;
  }

  /** What one occurrence in that part counts. */
  static float weight(ScopeText.Part part) {
    return part == ScopeText.Part.TITLE ? TITLE_WEIGHT : 1;
  }

  private void read(ScopeText.Part from, String text, TextScanner scanner) {
    part = from;
    weight = weight(from);
    inTitle = from == ScopeText.Part.TITLE;
    scanner.scan(text, this);
  }

  private void add(int term) {
    if (counts[term] == 0) {
      if (termCount == terms.length) {
        terms = Arrays.copyOf(terms, termCount * 2);
      }
      terms[termCount++] = term;
    }
    counts[term] += weight;
  }
}
