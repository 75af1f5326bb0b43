package eu.metacluster.screening.scope;

/**
 * How a reading becomes numbers: terms by sublinear TF-IDF of unit length, then concepts by the
 * logarithm of their count, concepts in the title, and the two meetings (cancer with precision,
 * cancer with biomarker) that a sum of words alone cannot see.
 *
 * <p>Term weighting after Salton and Buckley, "Term-weighting approaches in automatic text
 * retrieval", 1988.
 */
final class FeatureSpace {

  private static final float CONCEPT_SCALE = 0.2f;
  private static final float MEETING_SCALE = 0.1f;
  private static final int MEETINGS = 2;

  private final Vocabulary vocabulary;
  private final int concepts;
  private final int cancer;
  private final int precision;
  private final int biomarker;

  FeatureSpace(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    concepts = vocabulary.lexicon().size();
    cancer = vocabulary.lexicon().names().indexOf("cancer");
    precision = vocabulary.lexicon().names().indexOf("precision");
    biomarker = vocabulary.lexicon().names().indexOf("biomarker");
  }

  int size() {
    return conceptBase() + 2 * concepts + MEETINGS;
  }

  int conceptBase() {
    return vocabulary.size();
  }

  SparseRow row(Reading reading) {
    int terms = reading.termCount();
    SparseRow row =
        new SparseRow(
            new int[terms + 2 * concepts + MEETINGS], new float[terms + 2 * concepts + MEETINGS]);
    addTerms(reading, row);
    int at = terms;
    for (int c = 0; c < concepts; c++) {
      row.set(at++, conceptBase() + c, CONCEPT_SCALE * log1p(reading.concept(c)));
      row.set(at++, conceptBase() + concepts + c, reading.inTitle(c) ? CONCEPT_SCALE : 0);
    }
    row.set(at++, size() - 2, meeting(reading, precision));
    row.set(at, size() - 1, meeting(reading, biomarker));
    return row;
  }

  private void addTerms(Reading reading, SparseRow row) {
    double square = 0;
    int terms = reading.termCount();
    for (int i = 0; i < terms; i++) {
      int term = reading.term(i);
      float count = reading.count(term);
      float value = (count == 1 ? 1 : 1 + (float) Math.log(count)) * vocabulary.idf(term);
      row.set(i, term, value);
      square += value * value;
    }
    float norm = square == 0 ? 1 : (float) (1 / Math.sqrt(square));
    for (int i = 0; i < terms; i++) {
      row.values()[i] *= norm;
    }
  }

  private float meeting(Reading reading, int other) {
    return MEETING_SCALE
        * (float) Math.sqrt(log1p(reading.concept(cancer)) * log1p(reading.concept(other)));
  }

  static float log1p(float count) {
    return count == 0 ? 0 : (float) Math.log1p(count);
  }
}
