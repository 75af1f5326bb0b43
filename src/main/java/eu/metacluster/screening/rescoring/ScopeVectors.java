package eu.metacluster.screening.rescoring;

import eu.metacluster.screening.meaning.Embeddings;
import eu.metacluster.screening.meaning.Embeddings.Meaning;
import eu.metacluster.screening.scope.ScopeDefinition;
import eu.metacluster.screening.scope.ScopeMeaning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the vectors of a scope's text and examples. */
@Component
class ScopeVectors {

  private final Embeddings embeddings;

  ScopeVectors(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  /** The vectors, or null when no model reads the language of the scope's text. */
  @Nullable ScopeMeaning of(ScopeDefinition scope) {
    List<String> texts = new ArrayList<>();
    texts.add(scope.text());
    texts.addAll(scope.examples());
    texts.addAll(scope.counterExamples());
    try {
      return meaning(embeddings.of(texts), 1 + scope.examples().size());
    } finally {
      embeddings.release();
    }
  }

  /** Examples in a language of another model are left out: their vectors cannot be compared. */
  private static @Nullable ScopeMeaning meaning(List<@Nullable Meaning> made, int belonging) {
    Meaning text = made.getFirst();
    if (text == null) {
      return null;
    }
    List<float[]> belongs = new ArrayList<>();
    List<float[]> doesNot = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      Meaning one = made.get(i);
      if (one != null && one.model().equals(text.model())) {
        (i < belonging ? belongs : doesNot).add(one.vector());
      }
    }
    return new ScopeMeaning(text.model(), belongs, doesNot);
  }
}
