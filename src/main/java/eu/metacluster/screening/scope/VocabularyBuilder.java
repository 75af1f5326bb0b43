package eu.metacluster.screening.scope;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the terms by how many texts hold them, in all and among those that speak of cancer;
 * labels play no part.
 */
final class VocabularyBuilder {

  private static final int CANCER_TEXTS = 8;
  private static final int ALL_TEXTS = 60;

  private final Concepts concepts;
  private final int cancer;
  private final Map<Long, int[]> frequencies = new HashMap<>();

  private VocabularyBuilder(Concepts concepts) {
    this.concepts = concepts;
    this.cancer = concepts.names().indexOf("cancer");
  }

  static Vocabulary build(Collection<ScopeText> texts, Concepts concepts) {
    VocabularyBuilder builder = new VocabularyBuilder(concepts);
    TextScanner scanner = new TextScanner();
    texts.forEach(text -> builder.count(text, scanner));
    return builder.vocabulary(texts.size());
  }

  private void count(ScopeText text, TextScanner scanner) {
    Set<Long> terms = new HashSet<>();
    scanner.scan(text.title(), (hash, start, end, sentence) -> terms.add(hash));
    scanner.scan(text.objective(), (hash, start, end, sentence) -> terms.add(hash));
    boolean speaksOfCancer = terms.stream().anyMatch(this::isCancer);
    for (Long term : terms) {
      int[] counts = frequencies.computeIfAbsent(term, t -> new int[2]);
      counts[0]++;
      counts[1] += speaksOfCancer ? 1 : 0;
    }
  }

  private boolean isCancer(long hash) {
    for (int concept : concepts.of(hash)) {
      if (concept == cancer) {
        return true;
      }
    }
    return false;
  }

  private Vocabulary vocabulary(int texts) {
    long[] hashes =
        frequencies.entrySet().stream()
            .filter(e -> e.getValue()[1] >= CANCER_TEXTS || e.getValue()[0] >= ALL_TEXTS)
            .mapToLong(Map.Entry::getKey)
            .sorted()
            .toArray();
    float[] idf = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      idf[i] =
          (float)
              Math.log((1.0 + texts) / (1 + frequencies.getOrDefault(hashes[i], new int[1])[0]));
    }
    return new Vocabulary(hashes, idf, concepts);
  }
}
