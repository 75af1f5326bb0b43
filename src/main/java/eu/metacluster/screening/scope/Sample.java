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

  float[] tissue(int i, String label) {
    return tissues.get(i).of(concepts().tissue(label));
  }

  double margin(Head head, int i) {
    return head.kind() == Head.Kind.CANCER
        ? head.margin(plain.get(i), tissue(i, head.name()))
        : head.margin(plain.get(i));
  }

  float[] fold(double[] weights) {
    return latent.fold(weights, space.size());
  }

  /** The labels of a kind that have examples enough to learn from, in alphabetical order. */
  List<String> names(Head.Kind kind) {
    Map<String, Integer> counts = new TreeMap<>();
    labels.forEach(
        label -> label.facets(kind).forEach(name -> counts.merge(name, 1, Integer::sum)));
    int fewest = kind == Head.Kind.CANCER ? 1 : FEWEST;
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= fewest)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void add(LabelledProject label, ScopeText text) {
    Reading reading = Reading.of(text, vocabulary);
    SparseRow row = space.row(reading);
    labels.add(label);
    plain.add(row);
    rows.add(latent.extend(row, space.size()));
    tissues.add(new TissueFeatures(reading, concepts().tissues()));
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
