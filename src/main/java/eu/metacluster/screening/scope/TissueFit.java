package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits the cancer heads together: each pair of text and tissue is one row, whose features are
 * shared by all tissues, with small departures for the single tissue and its own words (Daumé,
 * "Frustratingly easy domain adaptation", 2007).
 */
final class TissueFit {

  private static final double COST = 3;
  private static final float OWN_SCALE = 0.3f;
  private static final float WORD_SCALE = 0.5f;
  private static final int SHARED = 2 * TissueFeatures.SIZE;

  private final Sample sample;
  private final List<String> labels;
  private final int words;

  TissueFit(Sample sample) {
    this.sample = sample;
    this.labels = sample.names(Head.Kind.CANCER);
    this.words = sample.features();
  }

  List<Head> fit(int[] training) {
    List<SparseRow> rows = new ArrayList<>();
    List<Boolean> truths = new ArrayList<>();
    for (int i : training) {
      for (String label : labels) {
        rows.add(row(i, label));
        truths.add(sample.label(i).cancers().contains(label));
      }
    }
    boolean[] positive = new boolean[rows.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = truths.get(i);
    }
    double[] weights =
        LogisticRegression.fit(rows, positive, SHARED + labels.size() * block(), COST);
    return labels.stream().map(label -> head(label, weights)).toList();
  }

  private int block() {
    return TissueFeatures.SIZE + words;
  }

  private int shared(String label) {
    return sample.concepts().tissue(label) < sample.concepts().tissues() ? 0 : TissueFeatures.SIZE;
  }

  private SparseRow row(int i, String label) {
    float[] tissue = sample.tissue(i, label);
    SparseRow text = sample.row(i);
    int size = 2 * tissue.length + text.ids().length;
    SparseRow row = new SparseRow(new int[size], new float[size]);
    int own = SHARED + labels.indexOf(label) * block();
    for (int j = 0; j < tissue.length; j++) {
      row.set(2 * j, shared(label) + j, tissue[j]);
      row.set(2 * j + 1, own + j, OWN_SCALE * tissue[j]);
    }
    for (int j = 0; j < text.ids().length; j++) {
      row.set(
          2 * tissue.length + j,
          own + TissueFeatures.SIZE + text.ids()[j],
          WORD_SCALE * text.values()[j]);
    }
    return row;
  }

  private Head head(String label, double[] weights) {
    int own = SHARED + labels.indexOf(label) * block();
    float[] tissue = new float[TissueFeatures.SIZE];
    for (int j = 0; j < tissue.length; j++) {
      tissue[j] = (float) (weights[shared(label) + j] + OWN_SCALE * weights[own + j]);
    }
    double[] text = Arrays.copyOfRange(weights, own + TissueFeatures.SIZE, own + block());
    for (int j = 0; j < text.length; j++) {
      text[j] *= WORD_SCALE;
    }
    return new Head(
        Head.Kind.CANCER, label, (float) weights[weights.length - 1], sample.fold(text), tissue);
  }
}
