package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labelled projects as rows of numbers, with what the unlabelled ones taught: vocabulary and
 * latent dimensions.
 */
final class Sample {

  private static final int LATENT = 100;
  private static final int FEWEST = 5;
  private static final long SEED = 1;

  private final Vocabulary vocabulary;
  private final FeatureSpace space;
  private final LatentDimensions latent;
  private final List<LabelledProject> labels = new ArrayList<>();
  private final List<SparseRow> plain = new ArrayList<>();
  private final List<SparseRow> rows = new ArrayList<>();
  private final List<TissueFeatures> tissues = new ArrayList<>();

  Sample(Map<String, ScopeText> texts, List<LabelledProject> labelled, Concepts concepts) {
    vocabulary = VocabularyBuilder.build(texts.values(), concepts);
    space = new FeatureSpace(vocabulary);
    latent = LatentDimensions.of(cancerRows(texts), vocabulary.size(), LATENT, SEED);
    for (LabelledProject label : labelled) {
      ScopeText text = texts.get(label.id());
      if (text != null) {
        add(label, text);
      }
    }
  }

  int size() {
    return labels.size();
  }

  LabelledProject label(int i) {
    return labels.get(i);
  }

  /** The row as it is fitted on, with latent dimensions. */
  SparseRow row(int i) {
    return rows.get(i);
  }

  int features() {
    return space.size() + latent.count();
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Concepts concepts() {
    return vocabulary.lexicon();
  }

  TissueFeatures tissues(int i) {
    return tissues.get(i);
  }

  double margin(Head head, int i) {
    return head.margin(plain.get(i));
  }

  float[] fold(double[] weights) {
    return latent.fold(weights, space.size());
  }

  /** The labels of a kind that have examples enough to learn from, in alphabetical order. */
  List<String> names(Head.Kind kind) {
    Map<String, Integer> counts = new TreeMap<>();
    labels.forEach(
        label -> label.facets(kind).forEach(name -> counts.merge(name, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= FEWEST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void add(LabelledProject label, ScopeText text) {
    Reading reading = Reading.of(text, vocabulary);
    SparseRow row = space.row(reading);
    labels.add(label);
    plain.add(row);
    rows.add(latent.extend(row, space.size()));
    tissues.add(new TissueFeatures(TissueMentions.of(reading, vocabulary)));
  }

  private List<SparseRow> cancerRows(Map<String, ScopeText> texts) {
    int cancer = concepts().names().indexOf("cancer");
    List<SparseRow> found = new ArrayList<>();
    for (ScopeText text : texts.values()) {
      Reading reading = Reading.of(text, vocabulary);
      if (reading.concept(cancer) > 0) {
        found.add(space.row(reading));
      }
    }
    return found;
  }
}
